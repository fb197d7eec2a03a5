package io.customerconnect.testing;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;

/**
 * The child process that DynamoDB Local runs in: in memory, one database for every access key, on a
 * free port of the loopback interface.
 *
 * <p>It writes {@code listening PORT} to its standard output, and ends when its standard input
 * ends: that pipe closes with the parent process however the parent died, so that no server is left
 * behind.
 *
 * <p>DynamoDB Local is reached by reflection alone: its licence and its class path stay away from
 * ours. Its own main class would listen on every interface.
 */
public final class DynamoDbLocalServer {
  /** What a line that names the port starts with. */
  static final String LISTENING = "listening ";

  private static final String RUNNER = "software.amazon.dynamodb.services.local.main.ServerRunner";

  private DynamoDbLocalServer() {}

  /** Takes no arguments; exit code 1 with one line when the server does not start. */
  public static void main(String[] arguments) throws IOException {
    try {
      System.out.println(LISTENING + start());
    } catch (ReflectiveOperationException | RuntimeException e) {
      System.out.println("DynamoDB Local does not start: " + e);
      e.printStackTrace();
      System.exit(1);
    }
    while (System.in.read() >= 0) {
      // Nothing is ever sent; only the end counts.
    }
    // It leaves threads behind that a return would wait for.
    Runtime.getRuntime().halt(0);
  }

  private static int start() throws ReflectiveOperationException {
    String[] options = {"-inMemory", "-sharedDb", "-disableTelemetry"};
    Object server =
        Class.forName(RUNNER)
            .getMethod("createServerFromCommandLineArgs", String[].class)
            .invoke(null, (Object) options);
    Field field = server.getClass().getDeclaredField("server");
    field.setAccessible(true);
    Object jetty = field.get(server);
    Object connector = Array.get(jetty.getClass().getMethod("getConnectors").invoke(jetty), 0);
    connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
    connector.getClass().getMethod("setPort", int.class).invoke(connector, 0);
    server.getClass().getMethod("safeStart").invoke(server);
    return (int) connector.getClass().getMethod("getLocalPort").invoke(connector);
  }
}
