/** Organization details stay empty: an organizer enters them before signing opens in public. */
export const microsoftIce = {
  slug: "microsoft-ice",
  title: "Microsoft: end all agreements with ICE",
  eyebrow: "Petition to Microsoft",
  standfirst:
    "ICE kept nearly 1,400 terabytes in Microsoft’s cloud in January 2026, three newsrooms report from " +
    "leaked files. That is more than three times as much as six months earlier. We ask Microsoft to end " +
    "all its agreements with ICE.",
  method:
    "We made no inquiries of our own and have not seen the leaked files. Each statement names who " +
    "published it, and our opinions are marked.",
  care: "Subpoenas that need no judge have been used to learn who criticizes ICE.",
  picture: {
    src: "/drawings/door-and-cabinets.svg",
    width: 920,
    height: 268,
    alt:
      "A drawing: the front door of a house stands broken open. A cable runs from it to three cabinets " +
      "of servers, fourteen of whose shelves are full. Between them stands a warrant without a judge’s " +
      "signature.",
    credit: "Drawn for this campaign",
    licence: "CC0",
  },
  featured: true,
  petitionVersion: 1,
  languages: ["en", "es"],
  goalSteps: [100, 500, 1000, 5000, 10_000, 25_000, 50_000, 100_000, 200_000, 300_000, 500_000, 1_000_000],
};

export const microsoftIcePetition = {
  summary: "Microsoft must end all its agreements with ICE, including sales through partners.",
  body: `I, the undersigned, ask Microsoft to

1. end all its agreements with US Immigration and Customs Enforcement (ICE), including sales through partners;
2. publish what it supplies to the agency today;
3. report to its shareholders on human-rights due diligence.`,
};

/** The start of a writer's letter: the petition in one paragraph. */
export const microsoftIceAsks = {
  en:
    "I ask Microsoft to end all its agreements with US Immigration and Customs Enforcement (ICE), " +
    "including sales through partners. I ask it to publish what it supplies to the agency today. I also " +
    "ask it to report to its shareholders on human-rights due diligence.",
  es:
    "Pido a Microsoft que ponga fin a todos sus acuerdos con el Servicio de Control de Inmigración y " +
    "Aduanas de los Estados Unidos (ICE), incluida la reventa a través de socios. Le pido que publique lo " +
    "que suministra hoy a esa agencia. Le pido también que informe a sus accionistas sobre la debida " +
    "diligencia en materia de derechos humanos.",
};
