package io.customerconnect.mail.html;

/** How pages look: a few colours, light and dark, and one column that fits a phone. */
public final class BaseStyle {
  private static final String RULES =
      """
      :root{color-scheme:light dark;--ground:#f3f5f8;--sheet:#ffffff;--ink:#1b2430;\
      --muted:#55606e;--line:#d5dae1;--edge:#747f8d;--action:#0b4f8a;--action-strong:#083a66;\
      --on-action:#ffffff;--error:#a3201f;--error-ground:#fdf1f0}
      @media (prefers-color-scheme:dark){:root{--ground:#12161c;--sheet:#1b222b;--ink:#e8ecf1;\
      --muted:#aab5c2;--line:#36404d;--edge:#8592a1;--action:#8cc0f5;--action-strong:#b5d7fa;\
      --on-action:#0d1620;--error:#ff9d94;--error-ground:#2c1f22}}
      *{box-sizing:border-box}
      body{margin:0;background:var(--ground);color:var(--ink);overflow-wrap:anywhere;\
      font:1rem/1.55 system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif}
      a{color:var(--action)}
      a:hover{color:var(--action-strong)}
      :focus-visible{outline:3px solid var(--action);outline-offset:2px;border-radius:3px}
      .skip{position:absolute;left:-999rem}
      .skip:focus{left:1rem;top:.5rem;padding:.5rem .75rem;background:var(--sheet)}
      header,main,footer{max-width:44rem;margin:0 auto;padding:0 1rem}
      header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1rem;\
      padding-top:1.25rem;padding-bottom:1rem}
      .brand{margin:0;font-weight:700}
      nav ul{display:flex;gap:1rem;margin:0;padding:0;list-style:none}
      nav a{display:inline-block;min-height:1.5rem}
      main:focus{outline:none}
      .sheet{margin:0 0 1rem;padding:1.5rem;background:var(--sheet);\
      border:1px solid var(--line);border-radius:6px}
      .sheet>:last-child{margin-bottom:0}
      h1{margin:0 0 .75rem;font-size:1.5rem;line-height:1.25}
      h2{margin:0 0 .75rem;font-size:1.125rem;line-height:1.35}
      p{margin:0 0 1rem}
      dl{margin:0;border-top:1px solid var(--line)}
      dl div{display:grid;grid-template-columns:minmax(8rem,34%) 1fr;gap:0 1rem;\
      padding:.5rem 0;border-bottom:1px solid var(--line)}
      dl div:last-child{border-bottom:0;padding-bottom:0}
      dt{color:var(--muted)}
      dd{margin:0}
      p+dl{margin-top:1.25rem}
      .help{margin:0 0 .5rem;color:var(--muted);font-size:.9375rem}
      .note{padding-left:.875rem;border-left:3px solid var(--edge)}
      footer{padding-bottom:2rem;color:var(--muted);font-size:.875rem}
      @media (max-width:30rem){.sheet{padding:1.125rem}dl div{grid-template-columns:1fr}}
      """;

  private BaseStyle() {}

  /**
   * The style sheet of a page.
   *
   * @param rules of its own, after those of all pages
   * @throws IllegalArgumentException as {@link StyleSheet#of}
   */
  public static StyleSheet and(String rules) {
    return StyleSheet.of(RULES + rules);
  }
}
