package org.namespan.examples.spark.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A master and workers, every one a process. Each worker and its executors are bound to a core of
 * their own, with all that a JVM does beside its tasks. Ends them when closed.
 */
final class Cluster implements AutoCloseable {

  private static final int SECONDS_TO_START = 120;

  private final int port;
  private final List<Process> processes = new ArrayList<>();

  private Cluster(int port) {
    this.port = port;
  }

  /** Starts all. */
  static Cluster start(SparkHome spark, int workers, Path folder) throws IOException {
    Cluster cluster = new Cluster(freePort());
    boolean started = false;
    try {
      cluster.startAll(spark, workers, folder);
      started = true;
      return cluster;
    } finally {
      if (!started) {
        cluster.close();
      }
    }
  }

  private void startAll(SparkHome spark, int workers, Path folder) throws IOException {
    List<String> master = new ArrayList<>(List.of("org.apache.spark.deploy.master.Master"));
    master.addAll(List.of("--host", SparkHome.host(), "--port", String.valueOf(port)));
    master.addAll(List.of("--webui-port", String.valueOf(freePort())));
    processes.add(spark.start("master", master));
    waitForMaster();
    for (int i = 1; i <= workers; i++) {
      List<String> worker = new ArrayList<>(List.of("org.apache.spark.deploy.worker.Worker"));
      worker.addAll(List.of("--host", SparkHome.host(), "--webui-port", "0"));
      worker.addAll(List.of("--cores", "1", "--memory", "3g"));
      worker.addAll(
          List.of("--work-dir", folder.resolve("worker" + i).toAbsolutePath().toString()));
      worker.add(url());
      // Its executors inherit it.
      processes.add(spark.start("worker" + i, worker, i - 1));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(SparkHome.host()))) {
      return socket.getLocalPort();
    }
  }

  private void waitForMaster() throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(SparkHome.host(), port), 1000);
        return;
      } catch (IOException e) {
        if (System.nanoTime() > end || !processes.get(0).isAlive()) {
          throw new IOException("the master does not answer at " + url() + "; see its log", e);
        }
      }
      pause();
    }
  }

  /** Waits a moment. */
  static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Where the master is. */
  String url() {
    return "spark://" + SparkHome.host() + ":" + port;
  }

  /** The JVMs that workers have started. */
  List<ProcessHandle> executors() {
    return processes.stream().flatMap(Process::descendants).filter(ProcessHandle::isAlive).toList();
  }

  /**
   * The most memory that an executor has held so far, in bytes, the JVM and all natives included.
   */
  long peakMemory() throws IOException {
    long peak = 0;
    for (ProcessHandle executor : executors()) {
      try {
        for (String line : Files.readAllLines(Path.of("/proc/" + executor.pid() + "/status"))) {
          if (line.startsWith("VmHWM:")) {
            peak = Math.max(peak, 1024 * Long.parseLong(line.replaceAll("\\D", "")));
          }
        }
      } catch (IOException e) {
        // Of one that has ended meanwhile nothing can be read.
        if (executor.isAlive()) {
          throw e;
        }
      }
    }
    return peak;
  }

  @Override
  public void close() {
    List<ProcessHandle> executors = executors();
    processes.forEach(Process::destroy);
    executors.forEach(ProcessHandle::destroy);
    processes.forEach(process -> process.onExit().join());
    executors.forEach(executor -> executor.onExit().join());
  }
}
