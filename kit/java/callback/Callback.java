package callback;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A callback of Tencent Cloud 数据万象 (CI), read by {@link #decode}: in XML and JSON, with one job
 * or many, strings or numbers, with the wrapper Response or without. Needs Java 17, and
 * jackson-core for JSON.
 */
public final class Callback {
  /** TaskFinish, WorkflowFinish, ReviewText … or "" where the body does not say. */
  public String event = "";

  public final List<Job> jobs = new ArrayList<>();

  /** Of a WorkflowFinish, else null. */
  public Run run;

  /** The whole body, with all that the model has no field for. */
  public final Node node;

  private Callback(Node node) {
    this.node = node;
  }

  /** A word of a segmentation; offset and length are null where the body has none. */
  public record Token(String word, String pos, Integer offset, Integer length) { }

  /** One result of the categorisation. */
  public record Label(String category, String word) { }

  /** A workflow that ended. Its tasks are in node. */
  public record Run(String id, String workflowId, String state, OffsetDateTime created, OffsetDateTime ended, Node node) {
    Run(Node n) {
      this(n.value("RunId"), n.value("WorkflowId"), n.value("State"), time(n.value("CreateTime")), time(n.value("EndTime")), n);
    }
  }

  /** One entry of JobsDetail. */
  public static final class Job {
    public final String id, tag, state, code, message, queueId, userData;
    /** Null where the service has not set them. */
    public final OffsetDateTime created, started, ended;
    public final String bucket, region, object;
    /** The run of a workflow that started the job. */
    public final String runId, workflowId, workflowName;
    public final List<Label> labels = new ArrayList<>();
    public final List<Token> tokens = new ArrayList<>();
    /** The verdict of a content review. */
    public final String result;
    /** The whole job, with all that this class has no field for. */
    public final Node node;

    private Job(Node n, Node around) {
      node = n;
      id = n.value("JobId");
      tag = n.value("Tag");
      state = n.value("State");
      code = n.value("Code");
      message = n.value("Message");
      queueId = n.value("QueueId");
      created = time(n.value("CreationTime"));
      started = time(n.value("StartTime"));
      ended = time(n.value("EndTime"));
      result = n.value("Result").isEmpty() ? n.value("Suggestion") : n.value("Result");
      Node operation = first(n.get("Operation"), NOTHING);
      userData = operation.value("UserData");
      // A speech synthesis that a workflow started has its input inside, a review has none.
      Node input = first(n.get("Input"), operation.get("Input"), n);
      bucket = input.value("BucketId");
      region = input.value("Region");
      object = input.value("Object");
      Node flow = first(n.get("Workflow"), around.get("Workflow"), NOTHING);
      runId = flow.value("RunId");
      workflowId = flow.value("WorkflowId");
      workflowName = flow.value("WorkflowName");
      Node words =
          first(
              operation.get("WordsGeneralizeResult"),
              operation.get("SpeechRecognitionResult", "WordsGeneralizeResult"),
              NOTHING);
      for (Node l : words.all("WordsGeneralizeLable")) { // as the service spells it
        labels.add(new Label(l.value("Category"), l.value("Word")));
      }
      for (Node t : words.all("WordsGeneralizeToken")) {
        tokens.add(new Token(t.value("Word"), t.value("Pos"), number(t.value("Offset")), number(t.value("Length"))));
      }
    }

    /** The Simple form of a content review. */
    private Job(Node n) {
      node = n;
      Node data = n.get("data");
      id = data.value("trace_id");
      code = n.value("code");
      message = n.value("message");
      object = data.value("url");
      result = data.value("result");
      tag = state = queueId = userData = bucket = region = runId = workflowId = workflowName = "";
      created = started = ended = null;
    }

    /**
     * How the job ended: Success, Failed, Running, Submitted, Pause or Cancel, "" where the body
     * does not say. State counts, and Code where there is no State. Message is never asked. Of a
     * content review Success means that it ran: the verdict is another question.
     */
    public String outcome() {
      if (state.equalsIgnoreCase("Auditing")) {
        return "Running";
      }
      if (isSet(state)) {
        return STATES.stream().filter(state::equalsIgnoreCase).findFirst().orElse("");
      }
      if (code.equals("Success") || code.equals("0")) {
        return "Success";
      }
      return isSet(code) ? "Failed" : "";
    }

    /** What a content review found: Normal, Violation or Suspected, "" for others. */
    public String verdict() {
      return outcome().equals("Success") ? VERDICTS.getOrDefault(result, "") : "";
    }
  }

  private static final List<String> STATES = List.of("Success", "Failed", "Running", "Submitted", "Pause", "Cancel");
  private static final Map<String, String> VERDICTS = Map.of("0", "Normal", "1", "Violation", "2", "Suspected");
  private static final Node NOTHING = new Node("");

  /** Reads a body. An IOException means that it is not well-formed; no jobs are no error. */
  public static Callback decode(byte[] body) throws IOException {
    Callback callback = new Callback(Node.parse(body));
    callback.find(callback.node, 0);
    return callback;
  }

  /** Looks for jobs: in JobsDetail, wherever that stands, or as the body itself. */
  private void find(Node n, int depth) {
    final int levels = 3; // of wrappers
    List<Node> details = n.all("JobsDetail");
    Node execution = n.get("WorkflowExecution");
    event = n.get("EventName") == null ? event : n.value("EventName");
    if (!details.isEmpty() || execution != null) {
      details.forEach(detail -> jobs.add(new Job(detail, n)));
      run = execution == null ? run : new Run(execution);
    } else if (isReview(n)) {
      event = n.value("data", "event");
      jobs.add(new Job(n));
    } else if (n.get("JobId") != null) {
      jobs.add(new Job(n, NOTHING));
    } else if (depth < levels) {
      n.nodes.forEach(inner -> find(inner, depth + 1));
    }
  }

  private static boolean isReview(Node n) {
    return n.get("code") != null
        && List.of("event", "trace_id", "url").stream().anyMatch(name -> n.get("data", name) != null);
  }

  private static Node first(Node... nodes) {
    for (Node node : nodes) {
      if (node != null) {
        return node;
      }
    }
    return NOTHING;
  }

  /** Whether a value says something: "-" stands for "not yet". */
  private static boolean isSet(String value) {
    return !value.isEmpty() && !value.equals("-");
  }

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[XX][XXX]");

  /**
   * Reads a time in any form that the service writes: 2022-07-25T16:35:39+0800 of jobs, 2022-08-09
   * 14:54:17+0800 of workflows, 2021-08-10T21:01:10+08:00 of reviews. Null for "-", for nothing,
   * and for what is no time.
   */
  public static OffsetDateTime time(String text) {
    try {
      return OffsetDateTime.parse(text.replaceFirst(" ", "T"), TIME);
    } catch (DateTimeParseException error) {
      return null;
    }
  }

  private static Integer number(String text) {
    return text.matches("[+-]?[0-9]{1,9}") ? Integer.valueOf(text) : null;
  }
}
