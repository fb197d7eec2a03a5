package io.customerconnect.template;

/** A template that cannot be used. The message is one line that says where and why. */
public final class TemplateException extends RuntimeException {
  public TemplateException(String message) {
    super(message);
  }
}
