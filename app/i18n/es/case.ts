import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export default {
  skipToForm: "Saltar al formulario y firmar",
  writeLetter: (company) => `Escribir una carta a ${company}`,
  deadlines: {
    label: "Próximas fechas",
    kinds: {
      handover: "Entregamos la petición",
      record: "Último día para tener acciones que cuenten",
      vote: "Último día para votar",
    },
    inShort: { handover: "Entrega", record: "Fecha de registro", vote: "Último día para votar" },
    left: (days) => icu("{days, plural, =0 {hoy} =1 {mañana} other {en # días}}", { days }),
  },
  kinds: {
    reported: { label: "Prensa", meaning: "Lo publica una redacción, y decimos cuál." },
    record: { label: "Registro público", meaning: "Consta en registros públicos." },
    company_statement: { label: "Dice la empresa", meaning: "Lo dice la empresa sobre sí misma." },
    opinion: { label: "Opinión", meaning: "Es la opinión de esta campaña." },
  },
  legend: "Qué significan los tipos de afirmación",
  source: "Fuente",
  limits: "Límites",
  also: "También",
  section: "Sección",
  unlinked: {
    mark: "*",
    name: "sin enlace",
    meaning: "Nadie de la organización ha abierto todavía estos enlaces.",
  },

  sections: {
    thesis: "De qué se trata",
    people: "Lo que les hace a las personas",
    reported: "Lo que se ha publicado",
    unknown: "Lo que no se sabe",
    company: "Lo que dice la otra parte",
    acted: "Decisiones y exigencias",
    image: "Su imagen y su conducta",
    matters: "Por qué importa a los accionistas",
    ask: "Lo que pedimos",
    askOf: (company) => (company ? `Lo que pedimos a ${company}` : "Lo que pedimos"),
    conclusion: "Conclusión",
    others: "Otras campañas de este sitio",
    corrections: "Correcciones",
  },

  home: { title: "Campañas", text: "Cada una tiene su propio caso y su propia petición." },

  figure: {
    title: (last, first, unit) =>
      `${capital(last.amount)} ${unit} en ${last.month}, frente a ${first.amount} en ${first.month}`,
    value: (month, amount, unit) => `${capital(month)}: ${amount} ${unit}`,
    drawer: (amount, unit) => `Un cajón: ${amount} ${unit}.`,
    drawers: (all, full) =>
      icu("{full} de {all, plural, one {# cajón} other {# cajones}} llenos", { all, full }),
    partOfDrawer: "y parte de otro",
    month: "Mes",
    units: {
      terabyte: "terabytes",
      person: "personas",
      dollar: "dólares estadounidenses",
      percent: "por ciento",
      tonne: "toneladas",
    },
    qualifiers: { exactly: "", about: "unos ", nearly: "casi ", "more than": "más de " },
  },

  pictures: {
    table: "Tabla",
    hundred: {
      description: (filled, label, outlined, rest) =>
        `Cien figuras pequeñas. ${filled} están llenas: ${label}. ${outlined} están vacías: ${rest}.`,
      under1: "menos de 1",
      over99: "más de 99",
      count: "Número",
      percent: "Por ciento",
      all: "En total",
    },
    days: {
      days: (digits, days) =>
        icu("{days, plural, one {{digits} día} other {{digits} días}}", { digits, days }),
      unit: (days) => icu("{days, plural, one {día} other {días}}", { days }),
      soFar: "días hasta hoy",
      day: (digits) => `Día ${digits}`,
      today: "hoy",
      since: "Desde entonces",
      first: (days, from, to, end) =>
        `${days} cuadros, uno por día, del ${from} al ${to}. El último está tachado: ${end}.`,
      second: (days, from, to) => `${days} cuadros, uno por día, del ${from} al ${to}.`,
      doYou: "¿Sabe usted más?",
      checked: (date) => `Comprobado el ${date}`,
      table: "días",
      whom: "De quién se trata",
      followed: "Qué siguió",
      number: "Días",
    },
    bars: {
      half: "la mitad de los votos",
      notYet: "Aún no se sabe",
      table: "votos",
      proposal: "Propuesta",
      share: "A favor / (a favor + en contra)",
      method: "Porcentaje de los votos a favor y en contra.",
    },
    doors: {
      signed:
        "Una puerta de entrada cerrada. Junto a ella, una hoja firmada después de la cruz de su última línea.",
      unsigned:
        "La misma puerta, forzada. Junto a ella, la misma hoja; la línea después de la cruz está vacía.",
    },
  },
  holders: "Si tiene acciones",
  who: {
    heading: "Quiénes firman",
    fact: (digits, count, weekDigits, week) =>
      icu(
        "{count, plural, =0 {Sea la primera persona en firmar.} one {Una persona hasta ahora.} other {{digits} personas{week, plural, =0 {} one {, una de ellas esta semana} other {, {weekDigits} esta semana}}.}}",
        { digits, count, weekDigits, week },
      ),
    byDay: "Firmas por día",
    byDayText: (from, to, most, day) => `Del ${from} al ${to}. El máximo en un día: ${most}, el ${day}.`,
    byWeek: "firmas por semana",
    week: (digits) => `esta semana: ${digits}`,
    until: "Semana hasta",
    signatures: "Firmas",
    latest: "Las últimas:",
    all: "Quienes muestran su nombre",
  },
  check: {
    heading: "Compruébelo",
    links: "Una fuente pasa a ser un enlace cuando alguien de la organización ha leído la página.",
    all: (statements) =>
      icu("{statements, plural, one {La única afirmación} other {Las # afirmaciones}}", { statements }),
    toSources: "En una página",
    who: "Quién dirige y paga esto",
    kind: "Tipo",
    statement: "Afirmación",
  },

  timeline: {
    heading: "Cronología",
    own: {
      opened: () => "Abrimos esta petición",
      letters: (company, { letters, names }) =>
        icu(
          "El servidor de correo de {company} aceptó {letters, plural, one {# carta} other {# cartas}} y {names, plural, one {# nombre} other {# nombres}}",
          { company, letters, names },
        ),
      reply: (company) => `${company} nos respondió`,
      result: (company, { year }) => `Publicamos el resultado de la junta de ${company} de ${year}`,
      corrected: "Corregimos esta página",
    },
  },

  corrections: {
    kinds: {
      statement: "Una afirmación era errónea",
      figure: "Una cifra era errónea",
      source: "Una fuente era errónea",
      wording: "Redacción",
      removed: "Retirado de la página",
    },
    earlier: (until: string, text: string) => `Hasta el ${until} esta línea decía: “${text}”`,
    none: "Sin correcciones hasta ahora.",
    report: "¿Vio un error? Escríbanos. Corregimos la página y decimos aquí qué estaba mal.",
    version: (version, date) =>
      `Esta es la versión ${version} de la petición, del ${date}. Cada firma cuenta para la versión del texto que la persona firmó.`,
  },

  reasons: {
    heading: "Por qué firma la gente",
    all: "Las razones de todas las personas",
    title: (campaign) => `Por qué firma la gente: ${campaign}`,
    none: "Todavía no hay razones que mostrar.",
    older: "Comentarios anteriores",
    newest: "Comentarios más recientes",
    note: "Comentarios de firmantes que aceptaron mostrarse, tal como los escribieron. La organización ha leído cada uno.",
  },

  share: "Pida a alguien que conozca que firme",

  sources: {
    title: "Fuentes",
    standfirst: (statements) =>
      icu(
        "{statements, plural, one {# afirmación y de dónde procede.} other {# afirmaciones y de dónde procede cada una.}}",
        { statements },
      ),
    toStatement: "Ir a la afirmación",
    publisher: "Medio",
    date: "Fecha",
    link: "Enlace",
    saidBy: "Lo dice",
    more: "También",
    noDate: "Sin fecha",
    archived: "copia archivada",
    checked: ({ opened, of }, date) =>
      opened === of ? `Comprobado el ${date}.` : `Abrimos ${opened} de ${of} fuentes, la última el ${date}.`,
  },

  petition: {
    title: "La petición",
    version: (version, date) => `Versión ${version}, publicada el ${date}`,
    bound:
      "Cada firma cuenta para la versión del texto que la persona firmó. Las versiones no cambian; un texto nuevo es una versión nueva.",
    again: (date) => `Vigente de nuevo desde el ${date}`,
    translated: (date) => `En este idioma desde el ${date}`,
    sameAs: (version) => `Significa lo mismo que la versión ${version}.`,
    note: (text) => `Corregido: ${text}`,
    told: "Pide algo distinto del texto anterior. A quienes firmaron aquel se les avisó por correo y se cuentan aparte, salvo que hayan firmado también este.",
    apart: "Pide algo distinto del texto anterior. Quienes firmaron aquel se cuentan aparte.",
    another: "Pide algo distinto del texto vigente. Quienes lo firmaron se cuentan aparte.",
    toldThen: "A quienes firmaron el texto anterior se les avisó por correo.",
    earlier: "Versiones anteriores",
    sign: "Firmar la petición",
  },
} satisfies Translation<Words["case"]>;
