package io.customerconnect.table;

import io.customerconnect.domain.party.GroupId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Groups and their members. */
public final class Groups {
  private final Table table;

  public Groups(Table table) {
    this.table = table;
  }

  /**
   * A group that suppliers get to see.
   *
   * @param members in the order of their ids
   */
  public record Group(GroupId id, String name, List<Member> members) {}

  /** A group with all its members: one query, and one more for every further megabyte of them. */
  public Optional<Group> find(GroupId id) {
    Optional<String> name = Optional.empty();
    List<Member> members = new ArrayList<>();
    for (Map<String, AttributeValue> item : table.partition(Keys.group(id).pk())) {
      if (ItemReader.keyOf(item).sk().startsWith(Keys.MEMBERS)) {
        members.add(Member.read(item));
      } else {
        name = Optional.of(new ItemReader(item).string("name"));
      }
    }
    return name.filter(_ -> !members.isEmpty())
        .map(text -> new Group(id, text, List.copyOf(members)));
  }
}
