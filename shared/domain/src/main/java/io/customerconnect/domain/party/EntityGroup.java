package io.customerconnect.domain.party;

import io.customerconnect.domain.Text;
import java.util.Optional;

/**
 * A group of legal entities under one name.
 *
 * @param defaultPolicy for members that have none of their own
 */
public record EntityGroup(GroupId id, String name, Optional<BuyerPolicy> defaultPolicy) {
  public EntityGroup {
    name = Text.line("The group's name", name, LegalEntity.MAX_NAME_LENGTH);
  }
}
