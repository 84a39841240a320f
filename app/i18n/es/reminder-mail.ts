import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const keep = "Elija punto por punto y guarde la página que lo confirma.";
const theSteps = "Los pasos, según la forma en que tiene sus acciones.";

export default {
  day: (weekday, date) => `${weekday} ${date}`,
  moment: (day, time, clocks) => `${day}, a las ${time}${clocks}`,
  sameDay: (time, clocks) => `${time}${clocks}`,
  inCity: (city) => ` en ${city}`,
  byZone: (zone) => `, ${zone}`,
  both: (there, here) => `${there} (${here})`,
  newYork: "Nueva York",

  intro: (name, toldOn, meeting) => `${name}, el ${toldOn} nos dijo cómo piensa votar en ${meeting}.`,

  introOfCoFiler: (name, company) =>
    `${name}, nos dijo que copresentaría una propuesta en ${company}, y aceptó que le escribamos sobre ello.`,

  kinds: {
    "record-date-21": {
      subject: "La fecha de registro para su voto",
      preview: "Un día que conviene saber de antemano.",
    },
    "record-date-5": {
      subject: "La fecha de registro está cerca",
      preview: "Un día que conviene saber de antemano.",
    },
    "ballot-open": { subject: "La votación está abierta", preview: theSteps },
    "vote-by-14": { subject: "Vote sus acciones con tiempo", preview: theSteps },
    "vote-by-3": { subject: "Los últimos días para votar sus acciones", preview: theSteps },
    "vote-by-1": { subject: "Los últimos días para votar sus acciones", preview: theSteps },
    "meeting-day": {
      subject: "El día de la junta",
      preview: "Cuándo empieza y hasta cuándo se admiten votos.",
    },
    outcome: {
      subject: "¿Votó sus acciones?",
      preview: "Una pregunta, tres respuestas, sin iniciar sesión.",
    },
    "tier-unlocks": {
      subject: "Desde cuándo puede reunir los requisitos para copresentar",
      preview: "Según lo que nos dijo. Usted pidió que se lo contáramos.",
    },
    "proposal-deadline-60": {
      subject: "El plazo de las propuestas",
      preview: "Para quienes copresentarían. Usted pidió que se lo contáramos.",
    },
    "proposal-deadline-30": {
      subject: "El plazo de las propuestas está cerca",
      preview: "Para quienes copresentarían. Usted pidió que se lo contáramos.",
    },
    "fund-letter-14": {
      subject: "¿Envió su carta?",
      preview: "Una pregunta, y la carta una vez más. Sin iniciar sesión.",
    },
    "fund-letter-outcome": {
      subject: "¿Qué resultó de su carta?",
      preview: "Una pregunta, y la carta una vez más. Sin iniciar sesión.",
    },
  },
  fund: {
    afterTwoWeeks: (name, toldOn, meeting) =>
      `${name}, el ${toldOn} usted se comprometió para ${meeting} a elegir una política de voto o a escribir a la gestora de su fondo. ¿Envió la carta, y qué le dijeron?`,
    afterMeeting: (name, meeting, date) =>
      `${name}, ${meeting} fue el ${date}. ¿Envió la carta a la gestora de su fondo, y qué le dijeron?`,
    use: "Sea cual sea la respuesta, ayuda: la contamos según nos la da, aparte de las acciones y de los votos, y no mostramos a nadie por su nombre.",
    note: (until) =>
      `Responder es pulsar un botón. El enlace es solo suyo, así que no reenvíe este mensaje; funciona hasta el ${until}.`,
    again: "Preguntamos una vez más después de la junta.",
    last: "Es la última vez que preguntamos.",
  },
  daysLeft: (days) =>
    icu(
      "{days, plural, =0 {Las últimas horas} =1 {Queda un día} =2 {Quedan dos días} =3 {Quedan tres días} =4 {Quedan cuatro días} =5 {Quedan cinco días} =6 {Quedan seis días} =7 {Quedan siete días} other {Quedan # días}} para votar sus acciones",
      { days },
    ),

  said: {
    recordDate: (date) =>
      `Su fecha de registro es el ${date}. Solo quienes tienen acciones ese día pueden votarlas en esta junta. Las acciones que están prestadas ese día pueden perder su voto.`,
    ballotOpen: (date) => `Según las fechas que tenemos, su votación se abrió el ${date}.`,
    closes: (moment) => `La votación termina el ${moment}.`,
    closed: (moment) => `La votación terminó el ${moment}.`,
    planCloses: (moment) =>
      `El fideicomisario de los planes de empleados admite instrucciones hasta el ${moment}.`,
    planClosed: (moment) =>
      `El fideicomisario de los planes de empleados admitió instrucciones hasta el ${moment}.`,
    planEarlier:
      "El fideicomisario de su plan termina antes, así que pregúntele hasta cuándo admite las suyas.",
    abroadEarlier: "Un bróker fuera de los Estados Unidos a menudo termina días antes.",
    meetingAt: (moment) => `Empieza el ${moment}.`,
    meetingOn: (date) => `Es el ${date}.`,
    lateVote:
      "Si no votó, mire en los documentos que llegaron con su boleta: dicen si aún se admite un voto en la junta, y cómo.",
    wasOn: (date) =>
      `Fue el ${date}. ¿Votó? Sea cual sea la respuesta, ayuda: se cuenta con todas las demás y en público solo se muestra la proporción de quienes votaron, cuando respondan al menos 20.`,
    tier: (date) =>
      `Según lo que nos dijo, y según el precio y la regla tal como constan aquí, puede reunir los requisitos desde el ${date}.`,
    deadline: (meeting, date) =>
      `Las propuestas para ${meeting} deben llegar a la empresa a más tardar el ${date}.`,
    afterwards:
      "Cada titular presenta por su cuenta, y las participaciones no se suman. La empresa puede pedir que se pruebe que alguien reúne los requisitos. Una página de este sitio calcula desde cuándo puede hacerlo y prepara las cartas que conviene tener listas.",
  },

  facts: {
    recordDate: "Fecha de registro",
    votingEnds: "Termina la votación",
    planEnds: "Termina su plan",
    meeting: "Junta",
    proposals: "Propuestas hasta",
    asOf: "Fechas al",
    intend: "Intención de voto",
    held: "Las tiene",
    heldByInstitution: "para una institución",
    offBallot: (item) => `${item} (ya no se somete a votación)`,
  },

  lending: {
    heading: "Antes de ese día",
    told: "En una cuenta como la que nos dijo, las acciones pueden estar prestadas. Pida a quien las guarda que recupere las que estén en préstamo, con tiempo para que ese día estén de vuelta.",
    maybe:
      "Mire en su cuenta si las acciones pueden prestarse: en una cuenta de margen, o donde esté activado el préstamo de acciones. Si es así, pida a quien las guarda que recupere las que estén en préstamo, con tiempo para que ese día estén de vuelta.",
    none: "No tiene que hacer nada: las acciones que no están prestadas conservan su voto.",
  },

  steps: {
    heading: "Cómo, en unos minutos",
    broker: [
      "Busque en su correo el nombre de su bróker y la palabra “vote”. El formulario de instrucciones de voto llega del bróker, normalmente por correo electrónico y a través de ProxyVote.com.",
      "Siga el enlace de ese mensaje, o busque “voting” en la aplicación de su bróker. Si no encuentra ninguno de los dos, pregunte al bróker cómo votar sus acciones.",
      keep,
    ],
    registered: [
      "Busque los documentos o el mensaje del agente de transferencias, que le tiene inscrito por su nombre: allí está la tarjeta de voto por poder.",
      "Vote como dice la tarjeta, y no la envíe a nadie más que a la dirección que figura en ella.",
      keep,
    ],
    employee_plan: [
      "Busque el mensaje del fideicomisario de su plan: vota las acciones del plan según las instrucciones de usted.",
      "Dé la instrucción donde diga ese mensaje, antes del último día del propio fideicomisario.",
      keep,
    ],
    ira_brokerage: [
      "Busque en su correo el nombre del bróker que lleva su cuenta de jubilación y la palabra “vote”. El formulario de instrucciones de voto suele llegar por correo electrónico y a través de ProxyVote.com.",
      "Siga el enlace de ese mensaje, o busque “voting” en la cuenta. Si no encuentra ninguno de los dos, pregunte al bróker cómo votar sus acciones.",
      keep,
    ],
    foreign_broker: [
      "Pida a su bróker el voto por poder: entre usted y la empresa hay un intermediario o un depositario, y el formulario puede no llegar por sí solo.",
      "Pregunte hasta cuándo admite su voto: a menudo, días antes que los brókeres de los Estados Unidos.",
      keep,
    ],
    unsure: [
      "Busque en su correo la palabra “vote” y el nombre de la empresa. Quien guarda sus acciones envía la boleta: un bróker o un banco, el fideicomisario de un plan del trabajo o un agente de transferencias.",
      "Si no encuentra nada, pregunte a quien guarda las acciones cómo le llega la boleta. El fideicomisario de un plan, y un bróker fuera de los Estados Unidos, terminan antes que otros.",
      keep,
    ],
    institution: [
      "Vote a través del custodio o de la plataforma que use para ello. Un custodio fuera de los Estados Unidos a menudo termina días antes.",
      "Si hay acciones prestadas, vea cuáles de ellas tienen voto en esta junta.",
      keep,
    ],
  },

  voted: "Díganos que ya votó",
  answer: "Responder a la pregunta",
  personal: "Ver, cambiar o retirar",
  votedNote: (until) =>
    `Esa página admite también “no voté” y “voté de otro modo”. El enlace es solo suyo, así que no reenvíe este mensaje; sirve hasta el ${until}.`,
  personalNote: (until) =>
    `Esa página es solo suya, así que no reenvíe este mensaje. El enlace sirve hasta el ${until}.`,
  portal: "La página de la propia junta:",
  coFile: "Desde cuándo puede reunir los requisitos y qué debe tener listo:",
  attached: "Las fechas van adjuntas en un archivo de calendario, meeting.ics.",

  reason:
    "Enviado porque registró un compromiso, lo que incluye recordatorios. Sin seguimiento: no sabemos si lo abrió.",
  stop: "Detener los recordatorios",
  change: "Ver, cambiar o retirar su compromiso",

  calendar: {
    name: "Fechas de mis acciones",
    recordDate: "Fecha de registro de mis acciones",
    lastVote: "Último momento para votar mis acciones",
    planLastVote: "Último momento para dar instrucciones al fideicomisario de mi plan",
    meeting: "Junta de accionistas",
    proposals: "Último día para propuestas de accionistas",
    soon: "La votación termina pronto",
    about: (meeting, asOf) =>
      `${sentence(meeting)}.${asOf ? ` Fecha al ${asOf}.` : ""} Usted vota sus propias acciones, a través de su propio bróker.`,
  },
} satisfies Translation<Words["reminderMail"]>;
