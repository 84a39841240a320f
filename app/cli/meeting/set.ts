import { campaign, command, done } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import {
  factOptions,
  factsRefused,
  readFacts,
  requireMeeting,
  storedLine,
  year,
} from "#app/cli/meeting/parts/meeting.ts";
import { flag, required } from "#app/cli/options.ts";
import { findCompany } from "#app/domain/campaign/company/find-company.server.ts";
import { fieldsOfMeeting } from "#app/domain/campaign/meetings/fields.ts";
import { meetingForm, meetingOfForm } from "#app/domain/campaign/meetings/meeting-form.ts";
import { saveMeeting, seenOfMeeting } from "#app/domain/campaign/meetings/save-meeting.server.ts";

export default command({
  summary: "save a meeting; options left out keep their values",
  options: {
    campaign,
    company,
    year: required(year),
    new: flag("add a meeting that is not listed yet"),
    ...factOptions,
  },
  async run({ db, campaign, scope: of }, { year, company, new: isNew, ...given }) {
    const scope = { ...of, companyId: company?.id };
    const { checked } = given;
    const before = isNew ? null : await requireMeeting(db, scope, year);
    const { zone } = await findCompany(db, campaign.id, company?.id);
    const clock = { now: new Date(), zone };
    const form = readFacts(meetingForm(clock, year), before ? fieldsOfMeeting(before) : {}, given);
    const seen = before && seenOfMeeting(before);
    const values = meetingOfForm(form, zone);
    const saved = await saveMeeting(db, { scope, year, seen, values, checked });
    if (saved.outcome !== "saved") throw factsRefused(saved.outcome);
    return done({ ...saved, year }, storedLine(saved.changed, checked));
  },
});
