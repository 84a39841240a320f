import { expect, test } from "vitest";
import { forbiddenIn, unwantedFieldsIn } from "#tests/support/guard-rails.ts";

test.each([
  "I authorize the campaign to act.",
  "This does not authorise anyone.",
  "You appoint nobody.",
  "Assign your shares.",
  "You grant us a right.",
  "Please give us your proxy.",
  "We act as your proxy.",
  "Your shares will be voted for item 9.",
  "We will vote for you.",
  "We can vote on your behalf.",
  "Everyone gets a gift card.",
  "We recommend that you buy.",
  "We pool your shares.",
  "Usted autoriza a la campaña.",
  "Otorgar un poder.",
])("%o is found", (text) => {
  expect(forbiddenIn(text)).not.toEqual([]);
});

test.each([
  "This pledge is not a proxy. Nobody votes for you.",
  "We cannot vote for you.",
  "Do not send us your proxy card, control number or login.",
  "A trustee votes on your instruction.",
])("%o is not", (text) => {
  expect(forbiddenIn(text)).toEqual([]);
});

test.each([
  '<label for="x">Control number</label><input id="x" name="x">',
  '<label for="x">Your account</label><textarea id="x" name="x"></textarea>',
  '<input name="broker_login">',
  '<input name="x" autocomplete="cc-number">',
  '<input name="x" type="password">',
  '<input name="x" placeholder="Date of birth">',
  '<label for="x"><b>Employer</b></label><input id="x" name="x" type="text">',
])("%s is a field that nobody wants", (html) => {
  expect(unwantedFieldsIn(html)).toHaveLength(1);
});

test("choices from a list take no number, under any name", () => {
  expect(unwantedFieldsIn('<input type="radio" name="account_flags" value="cash">')).toEqual([]);
  expect(
    unwantedFieldsIn('<label for="shares">How many shares?</label><input id="shares" name="shares">'),
  ).toEqual([]);
});
