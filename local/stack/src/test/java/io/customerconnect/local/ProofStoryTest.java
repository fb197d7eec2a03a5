package io.customerconnect.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import io.customerconnect.local.mail.ReceivedMail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a file of invoices to a connection that nobody at the buyer had to act for. */
class ProofStoryTest {
  private static final String FIRST = "valmorane-01";
  private static final String SECOND = "valmorane-02";

  private final Stack stack = SharedStack.get();

  /** A row of the file: number, date and amount. */
  private record Invoice(String number, String date, String amount) {
    static Invoice of(String row) {
      String[] cells = row.split(",", -1);
      return new Invoice(cells[3], cells[4], cells[5]);
    }

    String answer() {
      return "\"invoiceDate\":\"%s\",\"invoiceAmount\":\"%s\"".formatted(date, amount);
    }

    String wholeAnswer() {
      return "{\"invoiceNumber\":\"%s\",%s}".formatted(number, answer());
    }
  }

  /** One test, in the order of the story: what one supplier does another finds. */
  @Test
  void supplierProvesItselfWithTwoInvoicesAndOthersHearOfIt() throws IOException {
    String file =
        DemoInvoices.file(LocalDate.ofInstant(stack.now(), ZoneOffset.UTC), List.of(FIRST, SECOND));
    stack.deliver(
        "invoices/" + FIRST + "/history.csv",
        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    assertThat(stack.settle()).isTrue();

    Api supplier = SharedStack.newSupplier();
    Json.Obj started = connect(supplier, FIRST, SECOND);
    assertThat(started.items("results"))
        .extracting(item -> ((Json.Obj) item).require("outcome"))
        .containsOnly("challenge");
    String challenge = ((Json.Obj) started.items("results").getFirst()).require("challengeId");
    List<Invoice> own = invoices(file, ((Json.Obj) started.items("results").getFirst()));

    Json.Obj step2 =
        supplier.post("/challenges/" + challenge + "/step-1", own.getFirst().wholeAnswer()).json();
    assertThat(step2.require("state")).isEqualTo("step-2");
    assertThat(supplier.get("/challenges/" + challenge).json().items("invoiceNumbers"))
        .isEqualTo(step2.items("invoiceNumbers"));

    Json.Obj passed =
        supplier.post("/challenges/" + challenge + "/step-2", second(step2, own)).json();
    assertThat(passed.require("state")).isEqualTo("passed");
    stack.settle();

    assertThat(state(supplier, FIRST)).isEqualTo("connected");
    assertThat(state(supplier, SECOND)).as("the other member is covered").isEqualTo("connected");
    URI objection = objectionPage();
    assertThat(Api.open(objection).status()).isEqualTo(200);
    assertThat(state(supplier, FIRST)).as("opening changes nothing").isEqualTo("connected");

    Api impostor = SharedStack.newSupplier();
    String another =
        ((Json.Obj) connect(impostor, FIRST).items("results").getFirst()).require("challengeId");
    Json.Obj same =
        impostor.post("/challenges/" + another + "/step-1", own.getFirst().wholeAnswer()).json();
    assertThat(same.items("invoiceNumbers")).isEqualTo(step2.items("invoiceNumbers"));
    impostor.post("/challenges/" + another + "/step-2", second(same, own));
    stack.settle();
    assertThat(state(impostor, FIRST)).isEqualTo("suspended");

    oneMoreNumberIsReviewedUntilSomebodyDoubtsTheConnection(own);

    assertThat(Api.submit(objection, "decision=object").status()).isEqualTo(200);
    stack.settle();
    String suspended =
        List.of(FIRST, SECOND).stream()
            .filter(customer -> state(supplier, customer).equals("suspended"))
            .findFirst()
            .orElseThrow();

    Api support = new Api(stack.address(), stack.token("sofia"));
    String ticket = supplier.get("/relationships/" + suspended).json().require("ticketNumber");
    Api.Answer rejected =
        support.post("/support/tickets/" + ticket + "/reject", "{\"reason\":\"Not theirs.\"}");
    assertThat(rejected.status()).as(rejected.body()).isEqualTo(200);
    stack.settle();
    assertThat(state(supplier, suspended)).isEqualTo("declined");
    assertThat(stack.depth("ContactDeadLetters").waiting()).isZero();
    assertThat(stack.depth("BooksDeadLetters").waiting()).isZero();
  }

  /** Connected under a number that another has too, by the customer's word, it proves a third's. */
  private void oneMoreNumberIsReviewedUntilSomebodyDoubtsTheConnection(List<Invoice> own) {
    Api first = SharedStack.newSupplier();
    confirmed(first, challenge(first));
    Api supplier = SharedStack.newSupplier();
    String challenge = challenge(supplier);
    Json.Obj asked =
        supplier.post("/challenges/" + challenge + "/step-1", own.getFirst().wholeAnswer()).json();
    confirmed(supplier, challenge);
    URI objection = objectionPage();

    supplier.post("/challenges/" + challenge + "/step-2", second(asked, own));
    stack.settle();

    assertThat(state(supplier, FIRST)).isEqualTo("connected");
    String review = supplier.get("/relationships/" + FIRST).json().require("ticketNumber");
    assertThat(supplier.get("/tickets/" + review).json().require("state")).isEqualTo("open");

    assertThat(Api.submit(objection, "decision=object").status()).isEqualTo(200);

    assertThat(state(supplier, FIRST)).isEqualTo("suspended");
    assertThat(supplier.get("/relationships/" + FIRST).json().require("ticketNumber"))
        .as("the ticket that is open")
        .isEqualTo(review);
  }

  private static String challenge(Api supplier) {
    return ((Json.Obj) connect(supplier, FIRST).items("results").getFirst()).require("challengeId");
  }

  /** The customer is asked instead, and confirms. */
  private void confirmed(Api supplier, String challenge) {
    Json.Obj handedOver = supplier.post("/challenges/" + challenge + "/hand-over", "{}").json();
    String ticket = ((Json.Obj) handedOver.items("customers").getFirst()).require("ticketNumber");
    stack.settle();
    URI page =
        stack.mails().mails().stream()
            .filter(mail -> mail.subject().contains(ticket))
            .flatMap(mail -> mail.links().stream())
            .findFirst()
            .orElseThrow();
    assertThat(Api.submit(page, "decision=confirm&vendorNumber=K-1").status()).isEqualTo(200);
    stack.settle();
  }

  private static Json.Obj connect(Api supplier, String... customers) {
    return supplier
        .post(
            "/connections",
            Json.object().with("legalEntityIds", List.of(customers), Json::of).toText())
        .json();
  }

  /** The supplier's invoices in the books of the one that the challenge is about. */
  private static List<Invoice> invoices(String file, Json.Obj result) {
    String customer = result.require("legalEntityId");
    return file.lines()
        .filter(row -> row.startsWith(customer + "," + DemoInvoices.VENDOR + ","))
        .map(Invoice::of)
        .toList();
  }

  private static String second(Json.Obj challenge, List<Invoice> own) {
    List<String> answers =
        challenge.items("invoiceNumbers").stream()
            .map(number -> ((Json.Str) number).text())
            .map(
                number ->
                    own.stream()
                        .filter(one -> one.number().equals(number))
                        .findFirst()
                        .orElseThrow())
            .map(Invoice::answer)
            .toList();
    return answers.size() == 1
        ? "{" + answers.getFirst() + "}"
        : "{\"answers\":[{" + String.join("},{", answers) + "}]}";
  }

  private static String state(Api supplier, String customer) {
    return supplier.get("/relationships/" + customer).json().require("state");
  }

  /** The link in the newest mail that has one. */
  private URI objectionPage() {
    return stack.mails().mails().stream()
        .map(ReceivedMail::links)
        .flatMap(links -> links.stream().filter(link -> link.getPath().startsWith("/objections/")))
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new AssertionError("Nobody was told"));
  }
}
