package io.customerconnect.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.domain.feed.FileVersion;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.ticket.Actor;
import io.customerconnect.lambda.Json;
import io.customerconnect.local.aws.Role;
import io.customerconnect.local.files.ObjectCreated;
import io.customerconnect.local.mail.ReceivedMail;
import io.customerconnect.local.mail.SesAnswer;
import io.customerconnect.table.Keys;
import io.customerconnect.template.Queue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Whether functions have rights that they do not need. A missing one fails the test that needs it;
 * a superfluous one is found here, when all other tests, and the stories that they leave out, have
 * done what functions do.
 */
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
  /** What Lambda wants of a role before it polls a queue or a stream, and our pollers do not. */
  private static final Set<String> WANTED_BY_LAMBDA =
      Set.of("sqs:GetQueueAttributes", "dynamodb:ListStreams");

  /** Functions whose stories their own modules tell, and none of this one does yet. */
  private static final Set<String> TOLD_ELSEWHERE = Set.of("EraseAccount");

  private static final String BUYER = "rights-one";
  private static final String BOUNCING = "rights-bouncing";
  private static final String DIRECTORY =
      """
      legalEntityId,legalName,country,policy,contactName,contactEmail,contactLanguage
      %s,Rechtwink Werke AG,DE,,Anna Recht,anna@rechtwink.example.com,de
      %s,Rechtwink Handel AG,DE,approval,Ben Recht|Cleo Recht,bounce@rechtwink.example.com|cleo@rechtwink.example.com,de|de
      """
          .formatted(BUYER, BOUNCING);

  private final Stack stack = SharedStack.get();
  private final Api supplier = SharedStack.newSupplier();
  private final Api support = new Api(stack.address(), stack.token("sofia"));

  @BeforeAll
  void theRestOfWhatFunctionsDo() throws IOException {
    stack.settle();
    stack.mailService().answer();
    deliver("directory/rights.csv", DIRECTORY, StandardCharsets.UTF_8);
    deliver(
        "directory/rights-latin.csv", "legalEntityId,name\nx,Süd\n", StandardCharsets.ISO_8859_1);
    aReportThatFailedIsWrittenWhenTheFileIsToldOfAgain("invoices/drosselbach-01/demo.csv");
    aGroupIsShown();
    aSupplierHandsOver();
    aMailThatBouncesMovesOn();
    noticesAreRead();
    aServiceThatIsBusyIsAskedAgain();
    aRequestIsTakenBackAndMadeAgain();
    whatCouldNotBeMovedOnIsTriedAgain();
    aCustomerEndsTheConnection();
    loadsThatCannotBePlannedAreTold();
    suppliersOfABuyerThatNeverStopsDeliveringSeeItsNews();
    supportHasACustomerAskedAndConnectsTheTwo();
    supportSetsWhatACustomerWants();
    ticketsThatWaitAreCounted();
    supportSeesWhatCustomersDeliver();
  }

  @Test
  void noFunctionMayDoWhatItNeverDoes() {
    List<String> superfluous =
        stack.roles().stream()
            .filter(role -> !TOLD_ELSEWHERE.contains(role.function()))
            .flatMap(
                role ->
                    role.unused().stream()
                        .filter(right -> !WANTED_BY_LAMBDA.contains(right.action()))
                        .map(right -> words(role, right)))
            .toList();

    assertThat(superfluous)
        .as("rights that no test of this module needs: take them away, or tell the story here")
        .isEmpty();
  }

  private static String words(Role role, Role.Right right) {
    return role.function() + " " + right.action() + " on " + right.resource();
  }

  private void aGroupIsShown() {
    assertThat(supplier.get("/groups/hafenkron").status()).isEqualTo(200);
  }

  /** As after a crash between the last chunk's result and the report. */
  private void aReportThatFailedIsWrittenWhenTheFileIsToldOfAgain(String key) {
    Keys.Key file = Keys.feedFile(key);
    Json.Obj known =
        stack
            .operator()
            .dynamoDb(
                "UpdateItem",
                Json.object()
                    .with("TableName", "Table")
                    .with("Key", item(file.pk(), file.sk()))
                    .with("UpdateExpression", "REMOVE reportedAt")
                    .with("ReturnValues", "ALL_NEW"))
            .object("Attributes");
    FileVersion version = FileVersion.parse(known.object("fileVersion").require("S"));
    stack
        .operator()
        .sqs(
            "SendMessage",
            Json.object()
                .with("QueueUrl", stack.names().queueUrl("FileQueue"))
                .with(
                    "MessageBody",
                    new ObjectCreated(
                            stack.file(key).orElseThrow(), Long.parseLong(version.tag(), 16))
                        .notification()
                        .toText()));
    stack.settle();
  }

  private void aSupplierHandsOver() {
    Api other = SharedStack.newSupplier();
    String challenge = connect(other, "drosselbach-01").require("challengeId");
    other.post("/challenges/" + challenge + "/hand-over", "{}");
    stack.settle();
  }

  private void aMailThatBouncesMovesOn() {
    String ticket = connect(supplier, BOUNCING).require("ticketNumber");
    stack.settle();

    assertThat(mailsAbout(ticket)).hasSizeGreaterThan(1);
    URI page = mailsAbout(ticket).getLast().links().iterator().next();
    Api.submit(page, "decision=confirm&vendorNumber=4711");
    Api.open(page);
    assertThat(
            supplier.post("/tickets/" + ticket + "/comments", "{\"text\":\"Thank you\"}").status())
        .isEqualTo(201);
    stack.settle();
    assertThat(supplier.delete("/relationships/" + BOUNCING).status()).isBetween(200, 204);
    stack.settle();
  }

  private void noticesAreRead() {
    Json.Obj newest = (Json.Obj) supplier.get("/notices").json().items("notices").getFirst();
    Json.Obj read = Json.object().with("until", newest.require("mark"));
    assertThat(supplier.post("/notices/read", read.toText()).status()).isEqualTo(204);
  }

  private void aServiceThatIsBusyIsAskedAgain() {
    Api other = SharedStack.newSupplier();
    stack.mailService().answer(SesAnswer.THROTTLED);
    String ticket = connect(other, "hafenkron-02").require("ticketNumber");
    stack.settle();
    again("ContactQueue");
    URI page = mailsAbout(ticket).getLast().links().iterator().next();
    stack.mailService().answer(SesAnswer.THROTTLED);
    Api.submit(page, "decision=confirm&vendorNumber=4711");
    stack.settle();
    again("MailQueue");
    stack.mailService().answer();
  }

  private void aRequestIsTakenBackAndMadeAgain() {
    Api other = SharedStack.newSupplier();
    String first = connect(other, "hafenkron-02").require("ticketNumber");
    stack.settle();
    assertThat(other.delete("/relationships/hafenkron-02").status()).isBetween(200, 204);
    connect(other, "hafenkron-02");
    stack.settle();
    URI page = mailsAbout(first).getFirst().links().iterator().next();
    assertThat(Api.open(page).status()).as("withdrawn").isEqualTo(410);
  }

  private void whatCouldNotBeMovedOnIsTriedAgain() {
    AccountId account = new AccountId("rights");
    Keys.Key failed = Keys.dueFailed(account, new LegalEntityId(BUYER));
    put(
        item(failed.pk(), failed.sk())
            .with("account", s(account.value()))
            .with("legalEntity", s(BUYER)));
    stack.schedules().fire("RemindHourly");
  }

  private void aCustomerEndsTheConnection() {
    Api other = SharedStack.newSupplier();
    Api.submit(confirmed(other), "decision=end-for-good");
    assertThat(other.get("/relationships/" + BUYER).json().require("state")).isEqualTo("ended");
  }

  private void loadsThatCannotBePlannedAreTold() {
    Keys.Key delivered = Keys.delivered(new LegalEntityId(BUYER));
    Json.Obj unreadable = item(delivered.pk(), delivered.sk());
    put(unreadable);
    confirmed(SharedStack.newSupplier());
    stack.settle();
    stack.schedules().fire("PlanLoadsEveryMinute");
    delete(unreadable);
    assertThat(stack.depth("PlanDeadLetters").waiting()).isPositive();
    again("LoadQueue");
  }

  /** For an hour already, and still at this moment. */
  private void suppliersOfABuyerThatNeverStopsDeliveringSeeItsNews() {
    Keys.Key changed = Keys.changedBuyer(new LegalEntityId(BUYER));
    put(
        item(changed.pk(), changed.sk())
            .with("legalEntity", s(BUYER))
            .with("since", s(Keys.instant(stack.now().minus(Duration.ofHours(1)))))
            .with("at", s(Keys.instant(stack.now()))));
    stack.schedules().fire("PlanLoadsEveryMinute");
    stack.settle();
  }

  /** The page on which the customer has confirmed the supplier. */
  private URI confirmed(Api other) {
    String ticket = connect(other, BUYER).require("ticketNumber");
    stack.settle();
    URI page = mailsAbout(ticket).getLast().links().iterator().next();
    Api.submit(page, "decision=confirm&vendorNumber=" + ticket);
    return page;
  }

  private void supportHasACustomerAskedAndConnectsTheTwo() {
    String ticket = connect(SharedStack.newSupplier(), "hafenkron-02").require("ticketNumber");
    stack.settle();
    assertThat(support.get("/support/tickets?waitingFor=buyer").status()).isEqualTo(200);
    assertThat(support.get("/support/tickets/" + ticket).status()).isEqualTo(200);
    tend(ticket, "assign", Json.object().with("assignee", "sofia"));
    tend(ticket, "comments", Json.object().with("text", "We telephoned."));
    tend(ticket, "ask-again", Json.object().with("ask", 1));
    tend(ticket, "connect", Json.object().with("reason", "Told by telephone."));
    tend(ticket, "resend-mail", Json.object());
    stack.settle();
  }

  private void tend(String ticket, String action, Json.Obj body) {
    Api.Answer answer = support.post("/support/tickets/" + ticket + "/" + action, body.toText());
    assertThat(answer.status()).as(action + ": " + answer.body()).isEqualTo(200);
  }

  private void supportSetsWhatACustomerWants() {
    String settings = "/support/legal-entities/" + BUYER;
    save(settings, Json.object().with("policy", "hidden").with("reason", "Their mail"));
    save(settings + "/status-words", Json.object().with("reason", "Their call"));
  }

  private void save(String path, Json.Obj wish) {
    long read = support.get(path).json().requireNumber("version");
    Api.Answer answer = support.put(path, wish.with("version", read).toText());
    assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
  }

  private void supportSeesWhatCustomersDeliver() throws IOException {
    assertThat(support.get("/support/feeds?standing=old").status()).isEqualTo(200);
    deliver("invoices/" + BUYER + "/ledger.csv", "vendorNumber\n", StandardCharsets.UTF_8);
    assertThat(support.get("/support/feeds").json().items("feeds")).isNotEmpty();
    String quality = "/support/legal-entities/drosselbach-01/feed-quality";
    assertThat(support.get(quality).json().object("books").require("challenge"))
        .isEqualTo("offered");
  }

  private void ticketsThatWaitAreCounted() {
    stack.schedules().fire("WatchDeskHourly");
    Json.Obj unreadable = item("X#unreadable", "W");
    put(
        unreadable
            .with(Keys.WORK_PK, s(Keys.workPartitions(Actor.Role.OPERATOR).getFirst()))
            .with(Keys.WORK_SK, s("2000-01-01T00:00:00.000Z")));
    stack.schedules().fire("WatchDeskHourly");
    delete(unreadable);
    assertThat(stack.depth("WatchDeskDeadLetters").waiting()).isPositive();
  }

  private void put(Json.Obj item) {
    stack
        .operator()
        .dynamoDb("PutItem", Json.object().with("TableName", "Table").with("Item", item));
  }

  private void delete(Json.Obj key) {
    stack
        .operator()
        .dynamoDb("DeleteItem", Json.object().with("TableName", "Table").with("Key", key));
  }

  private static Json.Obj item(String pk, String sk) {
    return Json.object().with("PK", s(pk)).with("SK", s(sk));
  }

  private static Json s(String value) {
    return Json.object().with("S", value);
  }

  private void again(String id) {
    Queue queue =
        stack.template().queues().stream()
            .filter(candidate -> candidate.id().equals(id))
            .findFirst()
            .orElseThrow();
    stack.advance(queue.visibilityTimeout().plusSeconds(5));
  }

  private static Json.Obj connect(Api supplier, String customer) {
    return (Json.Obj)
        supplier
            .post("/connections", "{\"legalEntityIds\":[\"" + customer + "\"]}")
            .json()
            .items("results")
            .getFirst();
  }

  private List<ReceivedMail> mailsAbout(String ticket) {
    return stack.mails().mails().stream().filter(mail -> mail.subject().contains(ticket)).toList();
  }

  private void deliver(String key, String content, Charset charset) throws IOException {
    stack.deliver(key, new ByteArrayInputStream(content.getBytes(charset)));
    stack.settle();
    assertThat(stack.file("reports/" + key + ".json")).as("the report on " + key).isPresent();
  }
}
