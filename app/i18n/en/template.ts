/** The instructions that a campaign made from the template begins with. */
export default {
  eyebrow: "Petition",
  standfirst: "[Say in two sentences what the company does, to whom, and what you ask of it.]",
  statements: {
    thesis: "[Your conclusion first: what the company does, and why it cannot go on.]",
    people: "[What happens to people, as one source reports it. One fact a statement.]",
    reported: "[What the company does, as a newsroom or a public record shows it.]",
    company: "[What the company says about it, in its own words.]",
    acted: "[When this company, or another one, changed course before.]",
    ask: "[What you ask of the company, so that anyone can tell whether it was done.]",
    conclusion: "[One sentence that readers remember.]",
  },
  campaign: "This campaign",
  reporter: "[Who reports it]",
  company: "[The company]",
  summary: "[What you ask, in one sentence.]",
  body: "[To whom it is addressed, and why you write.]\n\n[What you ask, as a numbered list.]",
};
