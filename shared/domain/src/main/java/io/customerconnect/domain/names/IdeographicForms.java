package io.customerconnect.domain.names;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Legal forms of names without blanks: they stand before or behind the name, the longer Chinese
 * ones in front of a branch as well.
 */
final class IdeographicForms {
  /** Behind a name, and some before it. */
  private static final List<String> FORMS =
      folded(
          // Japan
          "株式会社",
          "有限会社",
          "合同会社",
          "合資会社",
          "合名会社",
          "相互会社",
          "一般社団法人",
          "一般財団法人",
          "公益社団法人",
          "公益財団法人",
          "社団法人",
          "財団法人",
          "独立行政法人",
          "国立大学法人",
          "医療法人",
          "学校法人",
          "カブシキガイシャ",
          "カブシキカイシャ",
          "ガブシキガイシャ",
          "ガブシキカイシャ",
          "ユウゲンガイシャ",
          "ユウゲンカイシャ",
          "ゴウドウガイシャ",
          "ゴウドウカイシャ",
          "リミテッド",
          "リミテット",
          "エルエルシー",
          "ピーエルシー",
          "エルティーディー",
          "ピーティーイーエルティーディー",
          "プライベートリミテッド",
          "インコーポレイテッド",
          "インコーポレーテッド",
          // China, Taiwan, Hong Kong
          "股份有限公司",
          "有限责任公司",
          "有限公司",
          "集团有限公司",
          "集团股份有限公司",
          "责任有限公司",
          "股份公司",
          "无限公司",
          "公司",
          // Korea
          "주식회사",
          "유한회사",
          "유한책임회사",
          "합자회사",
          "합명회사",
          "재단법인",
          "사단법인",
          // Thailand
          "บริษัท",
          "จำกัด",
          "จํากัด",
          "มหาชน",
          "ห้างหุ้นส่วนจำกัด",
          "ห้างหุ้นส่วน");

  /** In brackets by themselves. */
  private static final List<String> ABBREVIATIONS = folded("株", "有", "合", "주", "유", "재", "사");

  private static final int LONG_ENOUGH_INSIDE = 4;

  private IdeographicForms() {}

  /**
   * The run without its forms: empty where it is nothing else.
   *
   * @param run characters as {@link Ideographs} folds them
   */
  static String strip(String run) {
    if (ABBREVIATIONS.contains(run)) {
      return "";
    }
    String left = run;
    for (boolean again = true; again; ) {
      again = false;
      for (String form : FORMS) {
        if (left.endsWith(form)) {
          left = left.substring(0, left.length() - form.length());
          again = true;
        } else if (left.startsWith(form)) {
          left = left.substring(form.length());
          again = true;
        }
      }
    }
    for (String form : FORMS) {
      int inside = form.length() >= LONG_ENOUGH_INSIDE ? left.indexOf(form) : -1;
      if (inside > 0) {
        left = left.substring(0, inside) + left.substring(inside + form.length());
      }
    }
    return left;
  }

  /** How many characters of a form somebody has begun to type at the end of the run; 0: none. */
  static int begunAtEnd(String run) {
    for (int length = Math.min(run.length() - 1, 8); length >= 2; length--) {
      String end = run.substring(run.length() - length);
      for (String form : FORMS) {
        if (form.startsWith(end)) {
          return length;
        }
      }
    }
    return 0;
  }

  private static List<String> folded(String... forms) {
    return Arrays.stream(forms)
        .map(IdeographicForms::fold)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static String fold(String form) {
    StringBuilder out = new StringBuilder(form.length());
    Normalizer.normalize(form, Normalizer.Form.NFKC)
        .codePoints()
        .map(Ideographs::fold)
        .filter(c -> c != Ideographs.NOTHING)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
