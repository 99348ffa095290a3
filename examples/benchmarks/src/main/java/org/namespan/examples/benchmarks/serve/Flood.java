package org.namespan.examples.benchmarks.serve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Clients that a server must live with: silent, slow, oversized, cut off and without sense. */
final class Flood implements AutoCloseable {

  private static final String POST =
      "POST /tag HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

  private final InetSocketAddress address;
  private final List<Socket> silent = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong sent = new AtomicLong();
  private volatile boolean over;

  Flood(InetSocketAddress address) {
    this.address = address;
  }

  /** What a client does with a connection of its own. */
  private interface Behaviour {
    void act(Socket socket, Random random) throws IOException;
  }

  /** Opens silent connections, and begins with all else. */
  void start(int connections) throws IOException {
    for (int i = 0; i < connections; i++) {
      silent.add(new Socket(address.getAddress(), address.getPort()));
    }
    for (int i = 0; i < 20; i++) {
      begin(i, (socket, random) -> drip(socket, "GET /health HTTP/1.1\r\nX: "));
      begin(i, (socket, random) -> drip(socket, POST + "Content-Length: 100000\r\n\r\n{"));
    }
    begin(1, (socket, random) -> large(socket));
    begin(2, Flood::garbage);
    begin(3, Flood::wrongJson);
    begin(4, (socket, random) -> cutOff(socket));
  }

  private void begin(long seed, Behaviour behaviour) {
    Thread thread =
        new Thread(
            () -> {
              Random random = new Random(seed);
              while (!over) {
                try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
                  socket.setSoTimeout(40_000);
                  behaviour.act(socket, random);
                } catch (IOException e) {
                  // The server has hung up, as it should.
                }
                sent.incrementAndGet();
                LockSupport.parkNanos(5_000_000);
              }
            });
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void drip(Socket socket, String begin) throws IOException {
    send(socket, begin);
    while (!over) {
      send(socket, "a");
      LockSupport.parkNanos(500_000_000);
    }
  }

  private static void large(Socket socket) throws IOException {
    send(socket, POST + "Transfer-Encoding: chunked\r\n\r\n");
    String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
    for (int i = 0; i < 200; i++) {
      send(socket, chunk);
    }
  }

  private static void garbage(Socket socket, Random random) throws IOException {
    byte[] bytes = new byte[random.nextInt(5000)];
    random.nextBytes(bytes);
    socket.getOutputStream().write(bytes);
    socket.getInputStream().read();
  }

  private static void wrongJson(Socket socket, Random random) throws IOException {
    String body = "{\"text\":" + "[{\"".repeat(random.nextInt(500)) + "}";
    send(socket, POST + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    socket.getInputStream().read();
  }

  private static void cutOff(Socket socket) throws IOException {
    send(socket, POST + "Content-Length: 100000\r\n\r\n{\"text\":\"Bo");
    socket.shutdownOutput();
    socket.getInputStream().read();
  }

  /** Clients that have come and gone, without the silent ones. */
  long count() {
    return sent.get();
  }

  @Override
  public void close() throws IOException {
    over = true;
    for (Socket socket : silent) {
      socket.close();
    }
    threads.forEach(Thread::interrupt);
  }
}
