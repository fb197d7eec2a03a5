package io.customerconnect.functions.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerconnect.lambda.Json;
import io.customerconnect.table.Table;
import io.customerconnect.testing.DynamoDbLocal;
import io.customerconnect.testing.Meter;
import io.customerconnect.testing.Reading;
import io.customerconnect.testing.functions.HttpCall;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What a supplier with ten thousand connections costs: pages of its invoices and the planner as
 * much as one with a single connection.
 */
class ManyConnectionsTest {
  private static final int CONNECTIONS = 10_000;
  private static final double MEGABYTE = 1 << 20;

  private final StatusScene scene = new StatusScene();
  private final Meter meter = new Meter();
  private final Table metered =
      new Table(DynamoDbLocal.client(meter), scene.scene().table().name());
  private final InvoicesHandler list = new InvoicesHandler(scene.scene().platform(), metered);

  private HttpCall call(UnaryOperator<HttpCall> question) {
    return question.apply(scene.scene().call(list, "GET /invoices"));
  }

  private Reading reading(UnaryOperator<HttpCall> question) {
    return meter.during(() -> assertThat(call(question).send().status()).isEqualTo(200));
  }

  private Reading plan() {
    return meter.during(() -> assertThat(scene.planning(metered).run().loads()).isZero());
  }

  private static void assertSame(Reading many, Reading one) {
    assertThat(many.requestsByOperation()).isEqualTo(one.requestsByOperation());
    assertThat(many.readUnits()).isEqualTo(one.readUnits());
    assertThat(many.writeUnits()).isEqualTo(one.writeUnits());
  }

  @Test
  void pagesAndThePlannerCostAsMuchAsWithOneConnectionAndTheOverviewAQueryAMegabyte() {
    scene.deliver(scene.rows(120));
    scene.connected().settle();
    scene.settle();
    String next = call(first -> first).send().json().require("next");
    UnaryOperator<HttpCall> nextPage = call -> call.query("cursor", next);
    UnaryOperator<HttpCall> ofOne = call -> call.query("legalEntityId", scene.buyer().value());
    Reading page = reading(nextPage);
    Reading customer = reading(ofOne);
    Reading planned = plan();
    Reading overview = reading(first -> first);

    scene.scene().connectAlike(CONNECTIONS);

    assertSame(reading(nextPage), page);
    assertSame(reading(ofOne), customer);
    assertSame(plan(), planned);
    Reading all = reading(first -> first);
    Json.Obj answer = call(first -> first).send().json();
    assertThat(answer.items("customers")).hasSize(CONNECTIONS + 2);
    double read = (all.readUnits() - overview.readUnits()) * 4_096;
    assertThat(all.requests() - overview.requests())
        .as("queries more")
        .isEqualTo((int) (read / MEGABYTE));
    assertThat(read / CONNECTIONS).as("bytes a connection").isLessThan(1_000);
  }
}
