package io.customerconnect.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;

/**
 * Lines of JSON on standard output. Callers pass ids and counts; names, addresses, tokens and
 * amounts of invoices do not belong here (P45).
 */
public final class Log {
  private static final int MAX_FRAMES = 20;

  private Log() {}

  /** Something worth knowing happened. */
  public static void info(String message, Map<String, String> details) {
    print(line("INFO", message, details));
  }

  /** Something went wrong that is dealt with. */
  public static void warn(String message, Map<String, String> details) {
    print(line("WARN", message, details));
  }

  /** Something went wrong that nobody expected. */
  public static void error(String message, Throwable cause, Context context) {
    print(
        line("ERROR", message, Map.of("requestId", context.getAwsRequestId()))
            .with("exception", cause.getClass().getName())
            .with("cause", summary(cause))
            .with(
                "stack",
                Arrays.stream(cause.getStackTrace()).limit(MAX_FRAMES).toList(),
                frame -> Json.of(frame.toString())));
  }

  /** What an exception says; messages of the domain's and the SDK's exceptions hold no values. */
  static String summary(Throwable cause) {
    return String.valueOf(cause.getMessage());
  }

  private static Json.Obj line(String level, String message, Map<String, String> details) {
    Json.Obj line = Json.object().with("level", level).with("message", message);
    for (Map.Entry<String, String> detail : details.entrySet()) {
      line = line.with(detail.getKey(), detail.getValue());
    }
    return line;
  }

  static void print(Json line) {
    PrintStream out = System.out;
    out.println(line.toText());
  }
}
