import consoleCss from "#app/ui/styles/console.css?raw";
import dashboardCss from "#app/ui/styles/console-dashboard.css?raw";
import exchangeCss from "#app/ui/styles/console-exchange.css?raw";
import consoleLettersCss from "#app/ui/styles/console-letters.css?raw";
import packsCss from "#app/ui/styles/console-packs.css?raw";
import peopleCss from "#app/ui/styles/console-people.css?raw";
import letterCss from "#app/ui/styles/letter.css?raw";
import lettersCss from "#app/ui/styles/letters.css?raw";
import personalCss from "#app/ui/styles/personal.css?raw";
import pledgeCss from "#app/ui/styles/pledge.css?raw";
import totalsCss from "#app/ui/styles/totals.css?raw";

/** Style sheets of an area's pages, besides the common one. */
export const sheets: Record<string, readonly string[]> = {
  pledge: [pledgeCss, totalsCss, personalCss],
  letter: [pledgeCss, letterCss, lettersCss, personalCss],
  console: [consoleCss, peopleCss, consoleLettersCss, packsCss, exchangeCss, dashboardCss],
};
