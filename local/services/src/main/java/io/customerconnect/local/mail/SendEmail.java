package io.customerconnect.local.mail;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.mail.ReceivedMail.Entry;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads a {@code SendEmail} request, and refuses what SES refuses. */
final class SendEmail {
  /** SES counts To, Cc and Bcc. */
  private static final int MAX_RECIPIENTS = 50;

  /** SES takes up to 40 MB, and slows down what is larger than this; ours never come near. */
  private static final int MAX_BYTES = 10 * 1024 * 1024;

  private static final int MAX_TAGS = 50;
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,256}");
  private static final Pattern HEADER_NAME = Pattern.compile("[!-9;-~]{1,126}");
  private static final Pattern HEADER_VALUE = Pattern.compile("[ -~]{1,870}");

  private final SesAccount account;
  private final InstantSource clock;

  SendEmail(SesAccount account, InstantSource clock) {
    this.account = account;
    this.clock = clock;
  }

  /**
   * The mail of a request.
   *
   * @throws RefusalException when SES would not take it
   */
  ReceivedMail read(String request) {
    Json.Obj json = parse(request);
    Json.Obj content = json.object("Content");
    List<String> to = recipients(json.object("Destination"));
    ReceivedMail mail;
    if (content.find("Simple").isPresent()) {
      mail = simple(json, to, content.object("Simple"));
    } else if (content.find("Raw").isPresent()) {
      mail = raw(json, to, content.object("Raw"));
    } else {
      throw RefusalException.badRequest("The content must be Simple or Raw.");
    }
    checkSize(mail);
    checkSender(mail.from());
    checkRecipients(mail.to());
    return mail;
  }

  private static Json.Obj parse(String request) {
    try {
      return Json.readObject(request);
    } catch (Json.MalformedJsonException e) {
      throw RefusalException.malformed(String.valueOf(e.getMessage()));
    }
  }

  private ReceivedMail simple(Json.Obj json, List<String> to, Json.Obj simple) {
    Json.Obj body = simple.object("Body");
    Optional<String> text = body.object("Text").string("Data");
    Optional<String> html = body.object("Html").string("Data");
    if (text.isEmpty() && html.isEmpty()) {
      throw RefusalException.badRequest("The body needs a part Text or Html.");
    }
    String subject =
        simple
            .object("Subject")
            .string("Data")
            .orElseThrow(() -> RefusalException.badRequest("The subject is missing."));
    checkLine("subject", subject);
    String from =
        json.string("FromEmailAddress")
            .orElseThrow(() -> RefusalException.badRequest("The sender is missing."));
    return mail(json, from, to, subject, headers(simple), text, html);
  }

  private ReceivedMail raw(Json.Obj json, List<String> to, Json.Obj raw) {
    String data =
        raw.string("Data").orElseThrow(() -> RefusalException.badRequest("The data are missing."));
    MimeContent content = MimeContent.read(data);
    return mail(
        json,
        json.string("FromEmailAddress").orElse(content.from()),
        to.isEmpty() ? content.recipients() : to,
        content.subject(),
        content.headers(),
        content.text(),
        content.html());
  }

  private ReceivedMail mail(
      Json.Obj json,
      String from,
      List<String> to,
      String subject,
      List<Entry> headers,
      Optional<String> text,
      Optional<String> html) {
    return new ReceivedMail(
        "0100%016x-%s-000000".formatted(clock.instant().toEpochMilli(), UUID.randomUUID()),
        clock.instant(),
        from,
        to,
        subject,
        headers,
        text,
        html,
        tags(json),
        configurationSet(json));
  }

  private static List<String> recipients(Json.Obj destination) {
    List<String> all = new ArrayList<>();
    for (String member : List.of("ToAddresses", "CcAddresses", "BccAddresses")) {
      for (Json item : destination.items(member)) {
        if (!(item instanceof Json.Str(String address))) {
          throw RefusalException.malformed(member + " must hold texts.");
        }
        all.add(address);
      }
    }
    return all;
  }

  private static List<Entry> headers(Json.Obj simple) {
    List<Entry> headers = entries(simple.items("Headers"));
    for (Entry header : headers) {
      if (!HEADER_NAME.matcher(header.name()).matches()
          || !HEADER_VALUE.matcher(header.value()).matches()) {
        throw RefusalException.badRequest("The header " + header.name() + " is not allowed.");
      }
    }
    return headers;
  }

  private static List<Entry> tags(Json.Obj json) {
    List<Entry> tags = entries(json.items("EmailTags"));
    Set<String> names = new HashSet<>();
    for (Entry tag : tags) {
      if (!TAG.matcher(tag.name()).matches() || !TAG.matcher(tag.value()).matches()) {
        throw RefusalException.badRequest(
            "A tag has letters, digits, - and _ only: " + tag.name() + "=" + tag.value());
      }
      if (!names.add(tag.name())) {
        throw RefusalException.badRequest("The tag " + tag.name() + " is there twice.");
      }
    }
    if (tags.size() > MAX_TAGS) {
      throw RefusalException.badRequest("There are more than " + MAX_TAGS + " tags.");
    }
    return tags;
  }

  private static List<Entry> entries(List<Json> items) {
    return items.stream()
        .map(
            item -> {
              Json.Obj entry = item instanceof Json.Obj obj ? obj : Json.object();
              return new Entry(entry.string("Name").orElse(""), entry.string("Value").orElse(""));
            })
        .toList();
  }

  private Optional<String> configurationSet(Json.Obj json) {
    Optional<String> name = json.string("ConfigurationSetName");
    name.filter(set -> !set.equals(account.configurationSet()))
        .ifPresent(
            set -> {
              throw RefusalException.notFound("Configuration set <" + set + "> does not exist.");
            });
    return name;
  }

  private void checkSender(String from) {
    String address = address(from);
    String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    if (!domain.equals(account.domain()) && !domain.endsWith("." + account.domain())) {
      throw RefusalException.rejected(
          "Email address is not verified. The following identities failed the check: " + address);
    }
  }

  private static void checkRecipients(List<String> to) {
    if (to.isEmpty()) {
      throw RefusalException.badRequest("There is no recipient.");
    }
    if (to.size() > MAX_RECIPIENTS) {
      throw RefusalException.badRequest("There are more than " + MAX_RECIPIENTS + " recipients.");
    }
    to.forEach(SendEmail::address);
  }

  /** The address without a display name; SES takes ASCII alone. */
  static String address(String withName) {
    checkLine("address", withName);
    try {
      InternetAddress address = new InternetAddress(withName, true);
      String plain = address.getAddress();
      if (plain.indexOf('@') < 1 || !StandardCharsets.US_ASCII.newEncoder().canEncode(plain)) {
        throw RefusalException.badRequest("Not a mail address: " + withName);
      }
      return plain;
    } catch (AddressException _) {
      throw RefusalException.badRequest("Not a mail address: " + withName);
    }
  }

  private static void checkLine(String what, String value) {
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw RefusalException.badRequest("The " + what + " holds a control character.");
    }
  }

  private static void checkSize(ReceivedMail mail) {
    long bytes = bytes(mail.subject()) + mail.text().map(SendEmail::bytes).orElse(0L);
    bytes += mail.html().map(SendEmail::bytes).orElse(0L);
    if (bytes > MAX_BYTES) {
      throw RefusalException.badRequest("The mail is larger than " + MAX_BYTES + " bytes.");
    }
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
