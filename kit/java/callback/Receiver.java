package callback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Takes callbacks in over HTTP, and handles each JobId once. It answers as soon as it has the
 * bytes, and works afterwards, one body after another: nobody documents how long the service waits
 * for an answer.
 *
 * <p>What it remembers and what is waiting is in memory. Where no callback may be lost or handled
 * twice, put the bytes into a queue or a table in store, and a unique key on the JobId where handle
 * writes.
 */
public final class Receiver {
  /** Bytes of a body: all words of a text come in one. */
  private static final int LARGEST = 32 << 20;

  /** IDs of jobs that were handled. */
  private static final int REMEMBER = 100_000;

  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(1000);
  private final Set<String> seen =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > REMEMBER;
            }
          });

  /** Does the work; after an exception the next callback with that JobId is handled again. */
  public final Consumer<Callback.Job> handle;

  /** The same for runs of workflows that ended. */
  public Consumer<Callback.Run> handleRun = run -> { };

  /** Is told of what could not be read or handled, with the bytes. */
  public BiConsumer<byte[], Exception> failed = (body, error) -> { };

  /** May keep the bytes before the answer is given; after an exception the answer is 503. */
  public Consumer<byte[]> store = body -> { };

  public Receiver(Consumer<Callback.Job> handle) {
    this.handle = handle;
  }

  /**
   * Serves. Nothing is signed, so who knows the path /SECRET may post. The server runs until it is
   * stopped; with port 0 its address has a free one.
   */
  public HttpServer serve(InetSocketAddress address, String secret) throws IOException {
    Thread worker = new Thread(this::work);
    worker.setDaemon(true);
    worker.start();
    HttpServer server = HttpServer.create(address, 0);
    byte[] path = ("/" + secret).getBytes(StandardCharsets.UTF_8);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", exchange -> {
      try (exchange) {
        answer(exchange, path);
      }
    });
    server.start();
    return server;
  }

  private void answer(HttpExchange exchange, byte[] path) throws IOException {
    int code = 200;
    byte[] asked = exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8);
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      code = 405;
    } else if (!MessageDigest.isEqual(asked, path)) {
      code = 404;
    } else {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
      code = body.length > LARGEST ? 413 : take(body) ? 200 : 503;
    }
    exchange.sendResponseHeaders(code, -1);
  }

  private boolean take(byte[] body) {
    try {
      store.accept(body);
      waiting.add(body);
      return true;
    } catch (RuntimeException error) {
      failed.accept(body, error);
      return false;
    }
  }

  private void work() {
    while (true) {
      byte[] body = null;
      try {
        body = waiting.take();
        Callback callback = Callback.decode(body);
        if (callback.run == null && callback.jobs.isEmpty()) {
          throw new IOException("the body has no job");
        }
        for (Callback.Job job : callback.jobs) {
          once(body, job.id, () -> handle.accept(job));
        }
        if (callback.run != null) {
          once(body, callback.run.id(), () -> handleRun.accept(callback.run));
        }
      } catch (InterruptedException stopped) {
        return;
      } catch (IOException | RuntimeException error) {
        failed.accept(body, error);
      }
    }
  }

  private void once(byte[] body, String id, Runnable work) {
    if (seen.contains(id)) {
      return;
    }
    try {
      work.run();
    } catch (RuntimeException error) {
      failed.accept(body, error);
      return;
    }
    if (!id.isEmpty()) {
      seen.add(id);
    }
  }

  /** Serves at a port, with a secret. */
  public static void main(String[] args) throws IOException {
    Receiver receiver =
        new Receiver(job -> System.out.println(job.id + " " + job.outcome() + " " + job.tokens.size() + " words"));
    receiver.handleRun = run -> System.out.println(run.id() + " " + run.state());
    receiver.failed = (body, error) -> System.err.println(error);
    receiver.serve(new InetSocketAddress(Integer.parseInt(args[0])), args[1]);
  }
}
