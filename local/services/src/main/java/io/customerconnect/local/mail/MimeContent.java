package io.customerconnect.local.mail;

import io.customerconnect.local.mail.ReceivedMail.Entry;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** A mail in the form that it travels in (RFC 5322, MIME). */
record MimeContent(
    String from,
    List<String> recipients,
    String subject,
    List<Entry> headers,
    Optional<String> text,
    Optional<String> html) {

  private static final String[] SHOWN_APART = {"From", "To", "Cc", "Bcc", "Subject"};

  /**
   * @param base64 the mail, encoded once more as in the request
   * @throws RefusalException when it cannot be read
   */
  static MimeContent read(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      // No session: nothing is sent from here.
      MimeMessage message =
          new MimeMessage(
              jakarta.mail.Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      return new MimeContent(
          addresses(message.getFrom()).stream().findFirst().orElse(""),
          addresses(message.getAllRecipients()),
          Optional.ofNullable(message.getSubject()).orElse(""),
          headers(message),
          find(message, "text/plain"),
          find(message, "text/html"));
    } catch (IllegalArgumentException | MessagingException | IOException _) {
      throw RefusalException.badRequest("The raw data are no mail in base64.");
    }
  }

  private static List<String> addresses(Address @org.jspecify.annotations.Nullable [] addresses) {
    List<String> texts = new ArrayList<>();
    if (addresses != null) {
      for (Address address : addresses) {
        texts.add(
            address instanceof InternetAddress internet
                ? internet.toUnicodeString()
                : address.toString());
      }
    }
    return texts;
  }

  private static List<Entry> headers(MimeMessage message)
      throws MessagingException, UnsupportedEncodingException {
    List<Entry> headers = new ArrayList<>();
    for (Header header : Collections.list(message.getNonMatchingHeaders(SHOWN_APART))) {
      headers.add(
          new Entry(
              header.getName(), MimeUtility.decodeText(MimeUtility.unfold(header.getValue()))));
    }
    return headers;
  }

  private static Optional<String> find(Part part, String type)
      throws MessagingException, IOException {
    if (part.isMimeType(type) && part.getContent() instanceof String content) {
      return Optional.of(content);
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        Optional<String> found = find(inner, type);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
