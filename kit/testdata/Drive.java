import callback.Callback;
import callback.Node;
import callback.Receiver;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;

/** Lets the tests of the kit see what the code in Java does. */
public final class Drive {
  static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  public static void main(String[] args) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    if (args[0].equals("decode")) {
      JsonGenerator out = new JsonFactory().createGenerator(OUT);
      for (String line; (line = in.readLine()) != null; ) {
        read(out, Path.of(line));
        out.writeRaw("\n");
      }
      out.close();
      return;
    }
    Receiver receiver = new Receiver(job -> {
      try {
        in.readLine();
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
      OUT.println("job " + job.id + " " + job.outcome());
    });
    receiver.handleRun = run -> OUT.println("run " + run.id() + " " + run.state());
    receiver.failed = (body, error) -> OUT.println("failed");
    OUT.println(receiver.serve(new InetSocketAddress("127.0.0.1", 0), "secret").getAddress().getPort());
  }

  static void read(JsonGenerator out, Path path) throws IOException {
    out.writeStartObject();
    try {
      Callback c = Callback.decode(Files.readAllBytes(path));
      out.writeStringField("event", c.event);
      out.writeArrayFieldStart("jobs");
      for (Callback.Job j : c.jobs) {
        job(out, j);
      }
      out.writeEndArray();
      strings(out, "run", c.run == null ? new String[0] : new String[] {c.run.id(), c.run.workflowId(), c.run.state()});
      out.writeArrayFieldStart("leaves");
      leaves(out, "", c.node, c.node);
      out.writeEndArray();
    } catch (IOException refused) {
      out.writeBooleanField("refused", true);
    }
    out.writeEndObject();
  }

  static void job(JsonGenerator out, Callback.Job j) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", j.id);
    out.writeStringField("tag", j.tag);
    out.writeStringField("state", j.state);
    out.writeStringField("code", j.code);
    out.writeStringField("outcome", j.outcome());
    out.writeStringField("verdict", j.verdict());
    out.writeArrayFieldStart("times");
    for (OffsetDateTime at : new OffsetDateTime[] {j.created, j.started, j.ended}) {
      out.writeNumber(at == null ? 0 : at.toEpochSecond());
    }
    out.writeEndArray();
    strings(out, "input", j.bucket, j.region, j.object);
    out.writeStringField("data", j.userData);
    out.writeStringField("run", j.runId);
    out.writeArrayFieldStart("labels");
    for (Callback.Label l : j.labels) {
      out.writeStartArray();
      out.writeString(l.category());
      out.writeString(l.word());
      out.writeEndArray();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("tokens");
    for (Callback.Token t : j.tokens) {
      out.writeStartObject();
      out.writeStringField("word", t.word());
      out.writeStringField("pos", t.pos());
      out.writeNumberField("offset", t.offset() == null ? -1 : t.offset());
      out.writeNumberField("length", t.length() == null ? -1 : t.length());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  static void strings(JsonGenerator out, String name, String... values) throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }

  static void leaves(JsonGenerator out, String at, Node node, Node top) throws IOException {
    if (!node.text.isEmpty() || node.nodes.isEmpty()) {
      out.writeStartArray();
      out.writeString(at);
      out.writeString(node.text);
      out.writeEndArray();
    }
    for (Node n : node.nodes) {
      leaves(out, node == top && n.name.isEmpty() ? at : at + "/" + n.name, n, top);
    }
  }
}
