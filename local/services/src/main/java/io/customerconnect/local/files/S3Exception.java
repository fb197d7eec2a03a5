package io.customerconnect.local.files;

/** S3's no to a request, in the words of its error codes. */
final class S3Exception extends RuntimeException {
  private final Code code;

  S3Exception(Code code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  Code code() {
    return code;
  }

  String said() {
    return String.valueOf(getMessage());
  }

  /** Errors that can come from here, with their status of HTTP. */
  enum Code {
    BAD_DIGEST("BadDigest", 400),
    INCOMPLETE_BODY("IncompleteBody", 400),
    INVALID_ARGUMENT("InvalidArgument", 400),
    INVALID_RANGE("InvalidRange", 416),
    KEY_TOO_LONG("KeyTooLongError", 400),
    METHOD_NOT_ALLOWED("MethodNotAllowed", 405),
    NO_SUCH_BUCKET("NoSuchBucket", 404),
    NO_SUCH_KEY("NoSuchKey", 404),
    NOT_IMPLEMENTED("NotImplemented", 501),
    NOT_MODIFIED("NotModified", 304),
    PRECONDITION_FAILED("PreconditionFailed", 412);

    private final String text;
    private final int status;

    Code(String text, int status) {
      this.text = text;
      this.status = status;
    }

    String text() {
      return text;
    }

    int status() {
      return status;
    }
  }
}
