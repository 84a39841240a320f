/** Names, comments and letters of people who do not exist. */

const words = (text: string) => text.trim().split(/\s+/);

export const givenNames = words(`
  Amara Ben Carla Dmitri Elena Farid Grace Hana Ibrahim Jolene Kenji Leticia Malik Noor Owen Priya
  Quinn Rosa Samuel Tamika Ursula Victor Wanda Xavier Yara Zoe Andre Bianca Curtis Delia Emil Fatima
  Gordon Hope Isaac Joy Karim Lena Marcus Nadia Oscar Petra Rafael Simone Tomas Uma Vera Walter Ximena
  Yusuf Alma Bruno Cleo Darnell Esther Felix Greta Hector Ines Jamal Kaya`);

export const familyNames = words(`
  Abara Becker Castillo Dawson Escobar Fontaine Greene Haddad Ito Jansen Kowalski Lindqvist Mbeki Novak
  Okafor Park Quiroga Reyes Santos Tran Underwood Vargas Whitfield Yilmaz Zeller Arnett Bishop Chaudhry
  Delgado Ellison Ferreira Goldberg Hoang Ibarra Joseph Khan Larsen Mendoza Nguyen Ortega Patel Rahman
  Silva Thompson Ueda Vasquez Wright Young Zamora Alvarez Baptiste Coleman Dominguez Eriksen Flores
  Gallagher Hughes Iverson`);

/** Countries of twenty signers. */
export const countries = words(`
  US US US US US US US US US US US GB CA DE FR MX ES AR NL IE`);
export const spanishSpeaking = new Set(["MX", "ES", "AR"]);

export const sources = ["newsletter", "bluesky", "partner-union", "poster", "campus", "podcast", "mastodon"];

/** A comment is a reason and an ask. Reasons of residents are those of signers in the United States. */
export const comments = {
  en: {
    ofResidents: [
      "My neighbors were taken from their home in the early morning.",
      "I teach children who are afraid that a parent will be gone when they come home.",
      "I am a nurse, and patients come too late because they are afraid to leave home.",
      "I am a citizen, and I was asked for papers on my own street.",
      "I worked on cloud contracts for a county.",
      "I was born here, and so were my children.",
    ],
    ofAnyone: [
      "I have used this company’s software at work for fifteen years.",
      "I own a few shares through my pension.",
      "My parents came to this country with one suitcase.",
      "I build data centers for a living.",
      "I left a job over less than this.",
      "We run a small shop and pay for thirty Office licenses.",
    ],
    asks: [
      "A company can choose its customers.",
      "Please say what you supply, and stop.",
      "I want to know what my money pays for.",
      "No contract is worth this.",
      "Microsoft says it respects human rights. Show it.",
      "I will take my business elsewhere if nothing changes.",
      "The board should answer its shareholders.",
      "Not with our data, and not in our name.",
      "It is not too late to end it.",
      "Your own principles say so.",
    ],
  },
  es: {
    ofResidents: [
      "Mi familia vive con miedo desde el invierno.",
      "Soy maestra y mis alumnos faltan a clase por miedo.",
      "Vi cómo se llevaban a un vecino.",
    ],
    ofAnyone: [
      "Trabajo con sus programas todos los días.",
      "Tengo unas pocas acciones y quiero que sirvan para algo.",
      "Mis abuelos emigraron dos veces.",
    ],
    asks: [
      "Una empresa puede elegir a sus clientes.",
      "Pido que lo terminen ya.",
      "Quiero saber qué pagan mis cuotas.",
      "Ningún contrato vale tanto.",
      "Todavía están a tiempo.",
    ],
  },
} as const;

/** A letter is a beginning, a middle and an end. Beginnings of residents are as in comments. */
export const letters = {
  en: {
    ofResidents: [
      "I manage the computers of a school district of four thousand children.",
      "I live two streets from a place where people were taken last spring.",
    ],
    ofAnyone: [
      "I have paid for your products since my first year at university.",
      "I hold shares in your company through a broker, and I mean to vote them.",
      "I am writing as somebody who recommended your cloud to two employers.",
      "I am a retired engineer, and your software was part of most of my working life.",
    ],
    middles: [
      "I have read what the newsrooms reported about this agency’s data in your cloud. I cannot square " +
        "it with what you publish about human rights.",
      "The newsrooms reported that in half a year the agency’s data in your cloud more than tripled. I " +
        "would like to know what for.",
      "I looked for a plain statement of what you supply to the agency and through whom. I did not find one.",
      "What troubles me is that you answered with what you believe. A supplier of your size can know.",
    ],
    ends: [
      "I ask you to end these agreements, sales through partners included, and to say so in public.",
      "Please tell your shareholders what you supply today, and when it ends.",
      "I ask for an answer in writing. It will decide how I vote, and where I buy.",
      "End it. Publish what there is. Then let somebody independent look at the rest.",
    ],
  },
  es: {
    ofResidents: [],
    ofAnyone: [
      "Uso sus programas desde hace veinte años, en casa y en el trabajo.",
      "Tengo acciones de su empresa y pienso votar con ellas.",
      "Dirijo una pequeña asociación que paga sus licencias cada mes.",
    ],
    middles: [
      "He leído lo que publicaron los periódicos sobre los datos de esa agencia en su nube y no lo entiendo.",
      "Busqué una explicación clara de lo que suministran y a través de quién. No la encontré.",
    ],
    ends: [
      "Les pido que pongan fin a esos acuerdos y que lo digan en público.",
      "Les pido una respuesta por escrito. De ella dependerá mi voto.",
    ],
  },
} as const;

/** A letter that screening puts on hold. */
export const letterOnHold =
  "You will pay for this. I know where your managers live, and I will come to their homes at night.";

export const pledgeComments = [
  "I vote my own shares every year.",
  "My broker sends the ballot late; please remind me early.",
  "We hold these for our members.",
  null,
  null,
  null,
];

/** Updates by how many days ago they were sent; the last one waits for its approval. */
export const updates = [
  {
    daysAgo: 47,
    did: "anything",
    subject: "More than a thousand names",
    body: `More than a thousand people have signed since we began. Thank you.

**What you can do now**

- Send the petition to two people who would want to know of it.
- If you hold shares, even one, pledge how you will vote. We remind you when the ballot is out.

We write again when there is news, and not before.`,
  },
  {
    daysAgo: 19,
    did: "pledged",
    subject: "Shareholders: three things to check this month",
    body: `Votes are counted for those who held shares on one day, the record date. Three things to check:

1. Your ballot may be there already. It comes from your broker: search your email for “vote”.
2. Your shares were not lent out on the record date. Lent shares cannot be voted.
3. You know the last day on which your broker takes a vote.

Do you know another shareholder? Send them this update: a pledge takes two minutes.`,
  },
  {
    daysAgo: 1,
    did: "anything",
    subject: "Your letters go to the company",
    body: `Some of you have written letters of your own. We send them together, and publish what was sent and what was answered.

You can still add yours this week.`,
  },
] as const;
