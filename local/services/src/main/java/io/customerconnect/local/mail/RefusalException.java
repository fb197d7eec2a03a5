package io.customerconnect.local.mail;

/** SES's no to a request. */
final class RefusalException extends RuntimeException {
  private final SesAnswer.No answer;

  private RefusalException(SesAnswer.No answer, String message) {
    super(message, null, false, false);
    this.answer = answer;
  }

  static RefusalException of(SesAnswer.No answer) {
    return new RefusalException(answer, "Refused, as asked for.");
  }

  static RefusalException badRequest(String message) {
    return new RefusalException(new SesAnswer.No(400, "BadRequestException"), message);
  }

  static RefusalException rejected(String message) {
    return new RefusalException(new SesAnswer.No(400, "MessageRejected"), message);
  }

  static RefusalException notFound(String message) {
    return new RefusalException(new SesAnswer.No(404, "NotFoundException"), message);
  }

  static RefusalException malformed(String message) {
    return new RefusalException(new SesAnswer.No(400, "SerializationException"), message);
  }

  static RefusalException unknownOperation() {
    return new RefusalException(
        new SesAnswer.No(404, "UnknownOperationException"), "Only SendEmail is spoken here.");
  }

  int status() {
    return answer.status();
  }

  String code() {
    return answer.code();
  }
}
