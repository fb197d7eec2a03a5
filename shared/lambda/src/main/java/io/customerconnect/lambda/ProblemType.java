package io.customerconnect.lambda;

/** Every kind of problem that the API answers with; slugs and statuses are stable (P44). */
public enum ProblemType {
  MALFORMED_JSON("malformed-json", 400, "The body is not the JSON it should be"),
  MALFORMED_DOCUMENT("malformed-document", 400, "The document is not the UBL it should be"),
  INVALID_FIELD("invalid-field", 400, "A field is not valid"),
  UNKNOWN_FIELD("unknown-field", 400, "A field is not known"),
  NOT_SIGNED_IN("not-signed-in", 401, "Please sign in"),
  NOT_ALLOWED("not-allowed", 403, "You may not do this"),
  NOT_CONNECTED("not-connected", 403, "The two are not connected"),
  NOT_FOUND("not-found", 404, "There is no such thing"),
  UNKNOWN_LEGAL_ENTITY("unknown-legal-entity", 404, "There is no such customer"),
  ACCOUNT_INCOMPLETE("account-incomplete", 409, "Your company's data are not complete"),
  CHALLENGE_CLOSED("challenge-closed", 409, "This challenge cannot be answered now"),
  CANNOT_SETTLE("cannot-settle", 409, "This ticket cannot be settled like this"),
  CHANGED_MEANWHILE("changed-meanwhile", 409, "Somebody has changed this meanwhile"),
  CANNOT_END("cannot-end", 409, "This relationship cannot be ended"),
  TICKET_FULL("ticket-full", 409, "This ticket takes no more comments"),
  TOO_LARGE("too-large", 413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body's type is not supported"),
  LIMIT_REACHED("limit-reached", 429, "That is more than a day allows"),
  BUSY("busy", 503, "Too much at once"),
  INTERNAL("internal", 500, "Something went wrong on our side");

  private final String slug;
  private final int status;
  private final String title;

  ProblemType(String slug, int status, String title) {
    this.slug = slug;
    this.status = status;
    this.title = title;
  }

  /** The {@code type} member of the problem. */
  public String uri() {
    return "urn:customerconnect:problem:" + slug;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }
}
