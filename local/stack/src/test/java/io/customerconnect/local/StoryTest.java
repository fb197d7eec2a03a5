package io.customerconnect.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.mail.ReceivedMail;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {
  private final Stack stack = SharedStack.get();
  private final Api supplier = SharedStack.newSupplier();

  @Test
  void supplierFindsItsCustomerAndTheCustomerConfirms() {
    long toldOfMails = stack.function("MailEvents").invocations();
    String customer = firstCustomer("hafenkron");
    String ticket = connect(customer);
    stack.settle();

    List<ReceivedMail> asked = mailsAbout(ticket);
    assertThat(asked).hasSize(1);
    assertThat(stack.function("MailEvents").invocations())
        .as("what SES tells of a mail comes by the rule and its queue")
        .isGreaterThan(toldOfMails);
    URI page = asked.getFirst().links().iterator().next();
    assertThat(Api.open(page).status()).isEqualTo(200);
    assertThat(state(customer)).isEqualTo("pending");

    assertThat(Api.submit(page, "decision=confirm&vendorNumber=4711").status()).isEqualTo(200);
    stack.settle();

    assertThat(state(customer)).isEqualTo("connected");
    assertThat(supplier.get("/tickets/" + ticket).json().require("state")).isEqualTo("closed");
    assertThat(mailsAbout(ticket)).hasSize(2);

    Api.submit(page, "decision=confirm&vendorNumber=4711");
    stack.settle();
    assertThat(mailsAbout(ticket)).hasSize(2);

    assertThat(Api.submit(page, "decision=end-for-good").status()).isEqualTo(200);
    assertThat(state(customer)).isEqualTo("ended");
  }

  @Test
  void customerThatDoesNotAnswerIsRemindedByTheClock() {
    String ticket = connect(firstCustomer("brenntann"));
    stack.settle();
    assertThat(mailsAbout(ticket)).hasSize(1);

    stack.advance(Duration.ofDays(4));

    assertThat(mailsAbout(ticket)).hasSizeGreaterThan(1);
  }

  @Test
  void newSupplierIsConnectedToTheTestBuyer() {
    assertThat(state("test-buyer")).isEqualTo("connected");
  }

  private String firstCustomer(String name) {
    return supplier.get("/customers?name=" + name).json().items("results").stream()
        .map(result -> (Json.Obj) result)
        .filter(result -> result.require("kind").equals("legal-entity"))
        .filter(result -> result.require("connect").equals("customer-asked"))
        .findFirst()
        .orElseThrow()
        .require("legalEntityId");
  }

  private String connect(String customer) {
    Api.Answer answer =
        supplier.post("/connections", "{\"legalEntityIds\":[\"" + customer + "\"]}");
    return ((Json.Obj) answer.json().items("results").getFirst()).require("ticketNumber");
  }

  private String state(String customer) {
    return supplier.get("/relationships/" + customer).json().require("state");
  }

  private List<ReceivedMail> mailsAbout(String ticket) {
    return stack.mails().mails().stream().filter(mail -> mail.subject().contains(ticket)).toList();
  }
}
