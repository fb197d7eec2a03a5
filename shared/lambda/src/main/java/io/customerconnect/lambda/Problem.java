package io.customerconnect.lambda;

import java.util.Optional;

/**
 * Why a request was not carried out, as {@code application/problem+json} of RFC 9457.
 *
 * @param detail what is wrong and what helps, in words for the user; never internals
 * @param field the field at fault, as a path such as {@code legalEntityIds[2]}
 */
public record Problem(ProblemType type, String detail, Optional<String> field) {

  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, Optional.empty());
  }

  public static Problem of(ProblemType type, String detail, String field) {
    return new Problem(type, detail, Optional.of(field));
  }

  /** Ends the handling of a request with this problem. */
  public ProblemException asException() {
    return new ProblemException(this);
  }

  HttpResponse toResponse() {
    Json body =
        Json.object()
            .with("type", type.uri())
            .with("title", type.title())
            .with("status", type.status())
            .with("detail", detail)
            .with("field", field);
    return new HttpResponse(type.status(), "application/problem+json", body.toText());
  }

  /** Carries a problem up to where the answer is made. */
  public static final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    ProblemException(Problem problem) {
      super(problem.type() + ": " + problem.detail(), null, false, false);
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }
}
