package io.customerconnect.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A function behind the HTTP API: an event in, an answer out, and a problem for everything else.
 */
public final class HttpFunction implements Primed {
  /** Nobody is signed in: everything is read, and refused. */
  private static final Json NOBODY =
      Json.object()
          .with("routeKey", "GET /")
          .with("headers", Json.object().with("accept", "application/json"))
          .with("requestContext", Json.object());

  private final Routine routine;

  public HttpFunction(Routine routine) {
    this.routine = routine;
    primeBeforeSnapshot();
  }

  /** What a function does with a request. */
  public interface Routine {
    /**
     * The answer to a request.
     *
     * @throws Problem.ProblemException for an answer that is a problem
     */
    HttpResponse answer(HttpRequest request);
  }

  @Override
  public void prime() throws IOException {
    serve(
        new ByteArrayInputStream(NOBODY.toBytes()),
        OutputStream.nullOutputStream(),
        new PrimingContext());
  }

  /** Answers the request that the event holds. */
  public void serve(InputStream event, OutputStream answer, Context context) throws IOException {
    Json parsed = Json.read(event);
    answer.write(answer(parsed, context).toEvent().toBytes());
  }

  private HttpResponse answer(Json event, Context context) {
    try {
      return routine.answer(
          HttpRequest.of(event instanceof Json.Obj object ? object : Json.object()));
    } catch (Problem.ProblemException e) {
      return e.problem().toResponse();
    } catch (BusyException _) {
      return Problem.of(
              ProblemType.BUSY,
              "Somebody else is changing the same data at this moment. Please try again.")
          .toResponse();
    } catch (RuntimeException e) {
      Log.error("request failed", e, context);
      return Problem.of(
              ProblemType.INTERNAL,
              "Please try again. If it keeps happening, tell support this number: "
                  + context.getAwsRequestId()
                  + ".")
          .toResponse();
    }
  }
}
