import { readFile } from "node:fs/promises";
import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { oneOf, text } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { conflict } from "#app/cli/parts/refusals.ts";
import { findDeclared } from "#app/domain/campaign/picture/find-picture.server.ts";
import { maxPictureBytes, type PictureMade } from "#app/domain/campaign/picture/picture.ts";
import { fieldsOfPicture, PictureForm, pictureWordsOf } from "#app/domain/campaign/picture/picture-form.ts";
import { savePicture } from "#app/domain/campaign/picture/save-picture.server.ts";
import { readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import { words as catalogue, locales } from "#app/i18n/index.ts";
import { makePicture } from "#app/pictures/make-picture.server.ts";

const { errors } = catalogue("en").editing;

const altOptions = Object.fromEntries(
  locales.map((locale) => [`alt-${locale}`, text("T", `what it shows, in "${locale}"`)]),
);

export default command({
  summary: "save the picture of the page as a draft; options left out keep their values",
  options: {
    campaign,
    file: text("FILE", "the picture: JPEG, PNG, WebP or AVIF, at most 10 MB"),
    ...altOptions,
    credit: text("T", "who made it"),
    licence: text("T", "what lets you use it"),
    people: oneOf(["none", "consented"], "whether nobody can be recognized, or everyone who can be agreed"),
    consentKept: text("T", "where that consent is kept"),
  },
  async run({ db, operator, campaign: { slug } }, { file, consentKept, ...given }) {
    const edited = await readEditedWords(db, operator.campaignId);
    if (!edited) throw new CommandFailed(`There is no campaign "${slug}".`);
    const { version, draft, live } = edited;
    const { picture } = draft ?? live;
    const declared =
      picture && "key" in picture ? await findDeclared(db, operator.campaignId, picture.key) : null;
    const named = Object.entries({ ...given, consent_kept: consentKept }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.replace("-", "_"), value]],
    );
    // A declaration is for one picture: another needs its own.
    const stored = fieldsOfPicture(picture, file === undefined ? (declared?.people ?? null) : null);
    const fields = { ...stored, ...Object.fromEntries(named), version: String(version) };
    const form = readForm(PictureForm, fields, errors);
    const made = file === undefined ? null : await makeFrom(file);
    const saved = await savePicture(db, { ...operator, version, words: pictureWordsOf(form), made });
    if (saved.outcome === "no-picture") throw new CommandFailed("There is no uploaded picture: give --file.");
    if (saved.outcome !== "saved") throw conflict();
    return done(saved, `Saved as draft version ${saved.version}. To publish: \`words publish\`.`);
  },
});

async function makeFrom(file: string): Promise<PictureMade> {
  const upload = await readFile(file).catch((error: Error) => {
    throw new CommandFailed(`--file cannot be read: ${error.message}.`);
  });
  if (upload.length > maxPictureBytes) throw new CommandFailed(`${errors["picture-large"]}.`);
  const made = await makePicture(upload);
  if ("problem" in made) throw new CommandFailed(`${errors[made.problem]}.`);
  return made;
}
