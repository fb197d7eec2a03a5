package io.customerconnect.table;

import io.customerconnect.domain.connection.Command;
import io.customerconnect.domain.connection.Decision;
import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntity;
import io.customerconnect.domain.party.SupplierAccount;
import io.customerconnect.domain.ticket.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Suppliers' accounts. */
public final class Accounts {
  private final Table table;
  private final Relationships relationships;

  public Accounts(Table table) {
    this.table = table;
    this.relationships = new Relationships(table);
  }

  public Optional<SupplierAccount> find(AccountId account) {
    return table.get(Keys.account(account)).map(AccountItem::read);
  }

  /**
   * Creates an account, connected with the test buyer (P2), in one transaction.
   *
   * @return whether it is new; an account that is there already stays as it is
   */
  public Creation create(SupplierAccount account, Instant now) {
    return Table.startingOver(() -> tryCreate(account, now));
  }

  private Creation tryCreate(SupplierAccount account, Instant now) {
    StoredRelationship none = relationships.find(account.id(), LegalEntity.TEST_BUYER);
    if (!(relationships.decide(none, new Command.ConnectTestBuyer(), now)
        instanceof Decision.Changed changed)) {
      return Creation.THERE_ALREADY;
    }
    Transition connected =
        new Transition(
            none,
            changed,
            Actor.SYSTEM,
            now,
            new EntityBrief(LegalEntity.TEST_BUYER_NAME),
            Optional.empty());
    relationships.commit(List.of(connected), List.of(table.putNew(AccountItem.write(account))));
    return Creation.CREATED;
  }

  /**
   * Replaces an account's data.
   *
   * @return whether there is such an account; if not, nothing is written
   */
  public Update update(SupplierAccount account) {
    try {
      table
          .client()
          .putItem(
              PutItemRequest.builder()
                  .tableName(table.name())
                  .item(AccountItem.write(account))
                  .conditionExpression("attribute_exists(PK)")
                  .build());
      return Update.DONE;
    } catch (ConditionalCheckFailedException _) {
      return Update.NO_SUCH_ACCOUNT;
    }
  }

  /** What creating an account led to. */
  public enum Creation {
    CREATED,
    THERE_ALREADY
  }

  /** What replacing an account's data led to. */
  public enum Update {
    DONE,
    NO_SUCH_ACCOUNT
  }
}
