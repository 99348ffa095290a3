@echo off
rem Runs the namespan command: from the folder of its zip, or as `mvn package` built it.
setlocal
set "HOME_DIR=%~dp0.."
set "CLASSES=%HOME_DIR%\lib\*"
if exist "%HOME_DIR%\lib\" goto run
set "JAR="
for %%f in ("%HOME_DIR%\target\namespan-trainer-*.jar") do (
  echo %%~nf | findstr /r "sources javadoc" >nul || set "JAR=%%f"
)
if not defined JAR (
  echo namespan: not built yet; run 'mvn -ntp package -pl trainer -am -Dmaven.test.skip -DskipNatives' in the project first 1>&2
  exit /b 1
)
set "CLASSES=%JAR%;%HOME_DIR%\target\lib\*"
:run
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
rem ONNX Runtime 1.29 and later send events about models unless told not to.
set ORT_DISABLE_TELEMETRY=1
rem From JDK 22 on Java sees a terminal everywhere unless told otherwise.
"%JAVA%" --enable-native-access=ALL-UNNAMED -Djdk.console=java.base -Dfile.encoding=UTF-8 %NAMESPAN_JAVA_OPTS% -cp "%CLASSES%" org.namespan.trainer.cli.NamespanCommand %*
