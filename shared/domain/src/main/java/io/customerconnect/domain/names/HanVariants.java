package io.customerconnect.domain.names;

import java.util.HashMap;
import java.util.Map;

/** Han characters of company names that are written in more than one way, as one of them. */
final class HanVariants {
  /** Groups of the same character; the first is the one that keys hold. */
  private static final String[] GROUPS = {
    "银銀", "业業", "电電", "国國圀", "际際", "东東", "车車", "华華", "机機", "开開", "发發発髮", "产產産",
  };

  private static final Map<Integer, Integer> FIRST_OF_GROUP = new HashMap<>();

  static {
    for (String group : GROUPS) {
      int first = group.codePointAt(0);
      group.codePoints().skip(1).forEach(variant -> FIRST_OF_GROUP.put(variant, first));
    }
  }

  private HanVariants() {}

  static int fold(int c) {
    return FIRST_OF_GROUP.getOrDefault(c, c);
  }
}
