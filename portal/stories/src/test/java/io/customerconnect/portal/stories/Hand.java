package io.customerconnect.portal.stories;

import java.util.Objects;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** What a user works a page with. */
enum Hand {
  MOUSE {
    @Override
    void press(WebDriver driver, WebElement target) {
      target.click();
    }

    @Override
    void tick(WebDriver driver, WebElement box) {
      box.click();
    }

    @Override
    void type(WebDriver driver, WebElement field, String text) {
      field.clear();
      field.sendKeys(text);
    }

    @Override
    void choose(WebDriver driver, WebElement list, String value) {
      new Select(list).selectByValue(value);
    }
  },

  /** Tab and arrows to get there, and nothing that needs to be aimed at (P43). */
  KEYBOARD {
    @Override
    void press(WebDriver driver, WebElement target) {
      if ("option".equals(target.getDomAttribute("role"))) {
        arrowTo(driver, target);
      } else {
        tabTo(driver, target);
      }
      keys(driver, Keys.ENTER);
    }

    @Override
    void tick(WebDriver driver, WebElement box) {
      tabTo(driver, box);
      keys(driver, Keys.SPACE);
    }

    @Override
    void type(WebDriver driver, WebElement field, String text) {
      tabTo(driver, field);
      chord(driver, Keys.CONTROL, "a");
      keys(driver, Keys.DELETE);
      keys(driver, text);
    }

    @Override
    void choose(WebDriver driver, WebElement list, String value) {
      tabTo(driver, list);
      keys(driver, Keys.HOME);
      for (int presses = 0; presses < MOST; presses++) {
        if (value.equals(list.getDomProperty("value"))) {
          return;
        }
        keys(driver, Keys.ARROW_DOWN);
      }
      throw new NoSuchElementException("The arrow keys do not lead to " + value);
    }
  };

  /** No page has more places to stop at. */
  private static final int MOST = 300;

  /** Presses a link, a button, or a result of a search. */
  abstract void press(WebDriver driver, WebElement target);

  /** Changes a box. */
  abstract void tick(WebDriver driver, WebElement box);

  /** Types in place of what stands there. */
  abstract void type(WebDriver driver, WebElement field, String text);

  /** Chooses an option by its value. */
  abstract void choose(WebDriver driver, WebElement list, String value);

  private static void tabTo(WebDriver driver, WebElement target) {
    for (int presses = 0; presses < MOST; presses++) {
      switch (way(driver, target)) {
        case "there" -> {
          return;
        }
        case "back" -> chord(driver, Keys.SHIFT, Keys.TAB);
        default -> keys(driver, Keys.TAB);
      }
    }
    throw new NoSuchElementException("Tab does not lead to " + target.getAccessibleName());
  }

  private static void arrowTo(WebDriver driver, WebElement option) {
    for (int presses = 0; presses < MOST; presses++) {
      if ("true".equals(option.getDomAttribute("aria-selected"))) {
        return;
      }
      keys(driver, Keys.ARROW_DOWN);
    }
    throw new NoSuchElementException("The arrow keys do not lead to " + option.getText());
  }

  /** Whether the focus is there, or where it has to go. */
  private static final String WAY =
      """
      const [target, focus] = [arguments[0], document.activeElement];
      if (target === focus) return 'there';
      return target.compareDocumentPosition(focus) & Node.DOCUMENT_POSITION_FOLLOWING
        ? 'back' : 'on';
      """;

  private static String way(WebDriver driver, WebElement target) {
    return Objects.toString(((JavascriptExecutor) driver).executeScript(WAY, target));
  }

  private static void chord(WebDriver driver, Keys held, CharSequence key) {
    new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
  }

  private static void keys(WebDriver driver, CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }
}
