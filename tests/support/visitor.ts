import { randomBytes } from "node:crypto";
import { type CheerioAPI, load } from "cheerio";

type Nodes = ReturnType<ReturnType<CheerioAPI["root"]>["contents"]>;
type Element = Nodes[number];
/** A text as a whole, a part of it, or a selector, where the words differ by language. */
type Name = string | RegExp;
type Request = { method?: string; headers?: Record<string, string>; body?: string | FormData };
type Answer = { url: URL; status: number; headers: Headers; bytes: Buffer };

const flat = (text: string) => text.replace(/\s+/g, " ").trim();
const fits = (name: Name, text: string) => (typeof name === "string" ? name === text : name.test(text));
const isSelector = (name: Name): name is string => typeof name === "string" && /^[#.[]/.test(name);
const noText = /^(script|style|template|head)$/;
const noName = /^(select|textarea|input)$/;
const inline =
  /^(a|abbr|b|bdi|bdo|cite|code|data|em|i|ins|del|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|wbr)$/;
const fields = "input:not([type=hidden], [type=submit], [type=button], [type=image]), select, textarea";
const buttons = "button:not([type=button], [type=reset]), input[type=submit]";
const ticked = "[type=checkbox], [type=radio]";
const typed = fields.replace("input", `input:not(${ticked})`);

/** Somebody at a browser without scripts: opens, reads and fills in pages by what a person finds on them. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #site: URL;
  /** Of their own, so that no journey uses up another's rate limit. */
  readonly #address = `10.${[...randomBytes(3)].join(".")}`;

  constructor(site: { url: string }) {
    this.#site = new URL(site.url);
  }

  /** Opens an address of the site; follows redirects, as a browser does. */
  async open(address: string | URL, request: Request = {}, hops = 0): Promise<Page> {
    const url = new URL(address, this.#site);
    if (url.origin !== this.#site.origin) throw new Error(`${url} is on another site`);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...request.headers, "x-forwarded-for": this.#address, ...(cookie && { cookie }) };
    const answer = await fetch(url, { ...request, headers, redirect: "manual" });
    for (const set of answer.headers.getSetCookie()) this.#keep(set);
    const to = answer.headers.get("location");
    if (answer.status >= 300 && answer.status < 400 && to) {
      if (hops > 5) throw new Error(`${url} leads in a circle`);
      const next = new URL(to, url);
      next.hash ||= url.hash;
      return this.open(next, answer.status >= 307 ? request : {}, hops + 1);
    }
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (answer.status >= 500) throw new Error(`${url} answered ${answer.status}: ${bytes}`);
    return new Page(this, { url, status: answer.status, headers: answer.headers, bytes });
  }

  #keep(set: string) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    const [, age] = /; *max-age=(-?\d+)/i.exec(set) ?? [];
    if (age !== undefined && Number(age) <= 0) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** A page as somebody sees it, or a part of one. What they fill in stays in it until they press a button. */
export class Page {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  /** As sent: what a download saves. */
  readonly bytes: Buffer;
  readonly #visitor: Visitor;
  readonly #$: CheerioAPI;
  readonly #root: Nodes;
  readonly #files: Map<Element, File>;

  constructor(
    visitor: Visitor,
    answer: Answer,
    part?: { $: CheerioAPI; root: Nodes; files: Map<Element, File> },
  ) {
    this.#visitor = visitor;
    ({ url: this.url, status: this.status, headers: this.headers, bytes: this.bytes } = answer);
    this.#$ = part?.$ ?? load(answer.bytes.toString(), { scriptingEnabled: false });
    this.#root = part?.root ?? this.#$("html");
    this.#files = part?.files ?? new Map();
  }

  get title() {
    return this.#$("title").first().text();
  }

  get language() {
    return this.#$("html").attr("lang");
  }

  get heading() {
    return this.#textOf(this.#$("h1").first());
  }

  /** What can be read, without what only assistive technology gets from attributes. */
  get text() {
    return this.#textOf(this.#root);
  }

  /** What the page says first: that something went wrong, or was done. */
  get alert() {
    return this.#textOf(this.#$("[role=alert]"));
  }

  get done() {
    return this.#textOf(this.#$("[role=status]"));
  }

  /** The texts of parts, found by selector. */
  texts(selector: string) {
    return this.#find(selector).map((one) => this.#textOf(this.#$(one)));
  }

  /** Where all links lead that a selector finds. */
  links(selector: string) {
    return this.#find(selector).map((one) => new URL(this.#$(one).attr("href") ?? "", this.url).href);
  }

  /** The only part that a selector finds, or the only one that says something: a row, a form, a group. */
  in(selector: string, says: Name = /(?:)/): Page {
    const matching = this.#find(selector).filter((one) => {
      const text = this.#textOf(this.#$(one));
      return typeof says === "string" ? text.includes(says) : says.test(text);
    });
    const innermost = matching.filter(
      (one) => !matching.some((other) => other !== one && this.#$.contains(one as never, other as never)),
    );
    const root = this.#$(only(innermost, `part ${selector} that says ${says}`, () => this.texts(selector)));
    return new Page(this.#visitor, this, { $: this.#$, root, files: this.#files });
  }

  reload() {
    return this.#visitor.open(this.url);
  }

  /** Goes where the page sends a browser by itself. */
  refresh(): Promise<Page> {
    const to = /url=(.*)/i.exec(this.#$("meta[http-equiv=refresh]").attr("content") ?? "")?.[1];
    if (!to) throw new Error(`${this.url} leads nowhere by itself`);
    return this.#visitor.open(new URL(to, this.url));
  }

  /** Where the link leads. */
  link(name: Name): string {
    const named = this.#named("a[href]", name).map((one) => this.#$(one).attr("href") ?? "");
    return only([...new Set(named)], `link “${name}”`, () => this.#namesOf("a[href]"));
  }

  follow(name: Name): Promise<Page> {
    return this.#visitor.open(new URL(this.link(name), this.url));
  }

  /** What a field holds; of a list, the text of the chosen option. */
  value(label: Name): string {
    const field = this.#field(label, typed);
    return field.is("select") ? this.#textOf(chosen(field)) : String(field.val() ?? "");
  }

  isChecked(label: Name): boolean {
    return this.#field(label, ticked).is("[checked]");
  }

  has(label: Name): boolean {
    return this.#named(fields, label).length > 0;
  }

  hasButton(name: Name): boolean {
    return this.#named(buttons, name).length > 0;
  }

  options(label: Name): string[] {
    return this.#field(label)
      .find("option")
      .toArray()
      .map((one) => this.#textOf(this.#$(one)));
  }

  /** What is said to be wrong at a field. */
  error(label: Name): string | undefined {
    const field = this.#field(label);
    if (field.attr("aria-invalid") !== "true") return undefined;
    const ids = (field.attr("aria-describedby") ?? "").split(" ").filter((id) => id.endsWith("-error"));
    return flat(ids.map((id) => this.#textOf(this.#byId(id))).join(" "));
  }

  /** Types into a field, or chooses the option with that text. */
  fill(values: Record<string, string>): this {
    for (const [label, value] of Object.entries(values)) {
      const field = this.#field(label, typed, true);
      if (field.is("[type=file]")) throw new Error(`nobody types into “${label}”`);
      if (field.is("select")) this.#choose(field, value);
      else if (field.is("textarea")) field.text(value);
      else field.attr("value", value);
      const most = Number(field.attr("maxlength") ?? Number.POSITIVE_INFINITY);
      if (value.length > most) throw new Error(`“${label}” takes ${most} characters`);
    }
    return this;
  }

  #choose(field: Nodes, text: string) {
    const options = field.find("option:not([disabled])").toArray();
    const one = only(
      options.filter((option) => this.#textOf(this.#$(option)) === text),
      `option “${text}”`,
      () => options.map((option) => this.#textOf(this.#$(option))),
    );
    field.find("option").removeAttr("selected");
    this.#$(one).attr("selected", "");
  }

  /** Ticks boxes, and picks radio buttons. */
  check(...labels: Name[]): this {
    for (const label of labels) {
      const box = this.#field(label, ticked, true);
      if (box.is("[type=radio]"))
        for (const other of this.#$("[type=radio]").toArray())
          if (
            this.#$(other).attr("name") === box.attr("name") &&
            this.#formOf(this.#$(other)).is(this.#formOf(box))
          )
            this.#$(other).removeAttr("checked");
      box.attr("checked", "");
    }
    return this;
  }

  uncheck(label: Name): this {
    const box = this.#field(label, ticked, true);
    if (!box.is("[type=checkbox]")) throw new Error(`“${label}” cannot be unticked`);
    box.removeAttr("checked");
    return this;
  }

  attach(label: Name, name: string, type: string, content: string | Uint8Array<ArrayBuffer>): this {
    const field = this.#field(label, typed, true);
    if (!field.is("[type=file]")) throw new Error(`“${label}” takes no file`);
    this.#files.set(field.get(0) as Element, new File([content], name, { type }));
    return this;
  }

  /** Presses a button, once the browser has nothing to say against what is filled in. */
  async press(name: Name, { asOldBrowser = false } = {}): Promise<Page> {
    // A form may have the same button twice: the first is for the key Enter.
    const sends = (one: Element) => {
      const { class: _, id: _id, ...rest } = this.#$(one).attr() ?? {};
      return JSON.stringify([rest, this.#$("form").index(this.#formOf(this.#$(one)))]);
    };
    const named = new Map(this.#named(buttons, name).map((one) => [sends(one), one]));
    const button = this.#$(only([...named.values()], `button “${name}”`, () => this.#namesOf(buttons)));
    if (this.#isDisabled(button)) throw new Error(`the button “${name}” is disabled`);
    const form = this.#formOf(button);
    if (form.length === 0) throw new Error(`the button “${name}” is in no form`);
    if (!asOldBrowser && !form.is("[novalidate]") && !button.is("[formnovalidate]")) this.#validate(form);
    const of = (attribute: string) => button.attr(`form${attribute}`) ?? form.attr(attribute);
    const to = new URL(of("action") || this.url, this.url);
    const data = this.#dataOf(form, button);
    const asText = () =>
      new URLSearchParams(
        data.map(([field, value]) => [field, typeof value === "string" ? value : value.name]),
      );
    if (of("method")?.toLowerCase() !== "post") {
      to.search = asText().toString();
      return this.#visitor.open(to);
    }
    // Chromium hides the origin of a page that wants no referrer.
    const origin = this.headers.get("referrer-policy") === "no-referrer" ? "null" : this.url.origin;
    if (of("enctype")?.toLowerCase() !== "multipart/form-data") {
      const headers = { origin, "content-type": "application/x-www-form-urlencoded" };
      return this.#visitor.open(to, { method: "POST", headers, body: asText().toString() });
    }
    const body = new FormData();
    for (const [field, value] of data) body.append(field, value);
    return this.#visitor.open(to, { method: "POST", headers: { origin }, body });
  }

  /** What HTML calls the entry list of a form that this button sends. */
  #dataOf(form: Nodes, button: Nodes): [string, string | File][] {
    return this.#$("input, select, textarea, button")
      .toArray()
      .flatMap((element): [string, string | File][] => {
        const one = this.#$(element);
        const name = one.attr("name");
        if (!name || !this.#formOf(one).is(form) || this.#isDisabled(one)) return [];
        if (one.is("button, [type=submit], [type=button], [type=image], [type=reset]"))
          return one.is(button) ? [[name, one.attr("value") ?? ""]] : [];
        if (one.is("[type=file]"))
          return [[name, this.#files.get(element) ?? new File([], "", { type: "application/octet-stream" })]];
        if (one.is(ticked)) return one.is("[checked]") ? [[name, one.attr("value") ?? "on"]] : [];
        const value = one.is("select") ? chosenValue(chosen(one)) : String(one.val() ?? "");
        return value === undefined ? [] : [[name, value.replace(/\r\n?|\n/g, "\r\n")]];
      });
  }

  /** Refuses what a browser would not send. */
  #validate(form: Nodes) {
    for (const element of this.#find(fields, this.#$("html"))) {
      const one = this.#$(element);
      if (!this.#formOf(one).is(form) || this.#isDisabled(one)) continue;
      const name = one.attr("name");
      const group = one.is("[type=radio]")
        ? form
            .find("[type=radio]")
            .toArray()
            .filter((other) => this.#$(other).attr("name") === name)
        : [element];
      const value = one.is(ticked)
        ? group.some((other) => this.#$(other).is("[checked]")) && "on"
        : one.is("[type=file]")
          ? this.#files.get(element)?.name
          : one.is("select")
            ? chosenValue(chosen(one))
            : String(one.val() ?? "");
      const pattern = one.attr("pattern");
      if (one.is("[required]") && !value) throw new Error(`the browser asks for “${this.#nameOf(element)}”`);
      if (!value) continue;
      if (one.is("[type=email]") && !/^[^\s@]+@[^\s@]+$/.test(value))
        throw new Error(`the browser takes no “${value}” for an address`);
      if (pattern && !new RegExp(`^(?:${pattern})$`, "v").test(value))
        throw new Error(`the browser takes no “${value}”`);
    }
  }

  #field(label: Name, selector = fields, toChange = false): Nodes {
    const field = this.#$(
      only(this.#named(selector, label), `field “${label}”`, () => this.#namesOf(selector)),
    );
    if (toChange && (this.#isDisabled(field) || field.is("[readonly]")))
      throw new Error(`“${label}” takes no input`);
    return field;
  }

  #find(selector: string, root = this.#root): Element[] {
    const inside = root.find(selector).toArray();
    return inside.filter(
      (one) => !this.#$(one).is("[hidden]") && this.#$(one).closest("[hidden], template").length === 0,
    );
  }

  #named = (selector: string, name: Name) =>
    this.#find(selector).filter((one) =>
      isSelector(name) ? this.#$(one).is(name) : fits(name, this.#nameOf(one)),
    );

  #namesOf = (selector: string) => this.#find(selector).map((one) => this.#nameOf(one));

  /** The accessible name, as far as these pages need it computed; of a field, without that it is optional. */
  #nameOf(element: Element): string {
    const one = this.#$(element);
    const label = one.attr("aria-label");
    if (label) return flat(label);
    const by = one.attr("aria-labelledby");
    const labels = one.is(fields)
      ? this.#$("label")
          .filter((_, each) => one.is("[id]") && each.attribs.for === one.attr("id"))
          .add(one.closest("label"))
      : one;
    const sources = by ? by.split(" ").map((id) => this.#byId(id)) : [labels];
    const name = sources
      .flatMap((each) => each.toArray())
      .map((each) => this.#textOf(this.#$(each), { asName: true }))
      .join(" ");
    return flat(name).replace(/ \(op(tional|cional)\)$/, "") || flat(one.attr("value") ?? "");
  }

  #byId = (id: string) => this.#$("[id]").filter((_, each) => each.attribs.id === id);

  #formOf(one: Nodes): Nodes {
    const id = one.attr("form");
    return id === undefined ? one.closest("form") : this.#byId(id);
  }

  #isDisabled = (one: Nodes) => one.is("[disabled]") || one.closest("fieldset[disabled]").length > 0;

  #textOf(nodes: Nodes, { asName = false } = {}): string {
    const read = (node: Element): string => {
      if (node.type === "text") return node.data;
      if (!("attribs" in node)) return "";
      const { name, attribs, children } = node;
      if (noText.test(name) || "hidden" in attribs) return "";
      if (asName && (attribs["aria-hidden"] === "true" || noName.test(name))) return "";
      const inside = children.map(read).join("");
      return inline.test(name) ? inside : ` ${inside} `;
    };
    return flat(nodes.toArray().map(read).join(" "));
  }
}

/** The option that a list shows: of none selected, its first. */
function chosen(list: Nodes): Nodes {
  const selected = list.find("option[selected]").last();
  return selected.length > 0 ? selected : list.find("option:not([disabled])").first();
}

const chosenValue = (option: Nodes) =>
  option.attr("value") ?? (option.length > 0 ? flat(option.text()) : undefined);

function only<T>(found: readonly T[], what: string, others: () => readonly string[]): T {
  const [one] = found;
  if (one !== undefined && found.length === 1) return one;
  const there = [...new Set(others())].map((one) => one.slice(0, 80)).join(" | ") || "none";
  throw new Error(
    `${found.length === 0 ? "there is no" : `there are ${found.length} times the`} ${what}; there are: ${there}`,
  );
}
