plugins {
  id("com.android.application") version "8.7.3"
  id("org.jetbrains.kotlin.android") version "2.2.21"
}

android {
  namespace = "org.namespan.examples.android"
  compileSdk = 35

  defaultConfig {
    applicationId = "org.namespan.examples.android"
    minSdk = 26
    targetSdk = 35
    versionCode = 1
    versionName = "0.1.0"
  }

  buildTypes {
    release {
      // The rules that NameSpan needs come in its jar.
      isMinifyEnabled = true
      proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"))
    }
  }

  compileOptions {
    sourceCompatibility = JavaVersion.VERSION_17
    targetCompatibility = JavaVersion.VERSION_17
  }
  kotlinOptions { jvmTarget = "17" }

  // The model is read where it lies in the APK, which only works if it is not compressed there.
  androidResources { noCompress += "onnx" }
  sourceSets["main"].assets.srcDir("../../sdk/model-en/src/main/resources/org/namespan/model/en")
}

dependencies {
  implementation("org.namespan:namespan:0.2.0-SNAPSHOT") {
    exclude(group = "com.microsoft.onnxruntime", module = "onnxruntime")
  }
  // The same classes, with native libraries for phones.
  implementation("com.microsoft.onnxruntime:onnxruntime-android:1.28.0")
  implementation("org.jetbrains.kotlinx:kotlinx-coroutines-android:1.10.2")
  compileOnly("org.jspecify:jspecify:1.0.0")
}
