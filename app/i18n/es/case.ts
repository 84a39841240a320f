import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export default {
  dateline: (statements) =>
    icu("{statements, plural, one {Una afirmación.} other {# afirmaciones.}}", { statements }),
  whole: "El caso completo",
  read: (statements) => icu("{statements, plural, one {Leerla} other {Leer # afirmaciones}}", { statements }),
  questions: (open) => icu("{open, plural, one {Leer la pregunta} other {Leer # preguntas}}", { open }),
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
  noCorrections: "Sin correcciones hasta ahora",
  lastCorrected: (date) => `Última corrección: ${date}`,

  kinds: {
    reported: { label: "Prensa", meaning: "Lo publica una redacción, y decimos cuál." },
    record: { label: "Registro público", meaning: "Consta en registros públicos." },
    company_statement: { label: "Dice la empresa", meaning: "Lo dice la empresa sobre sí misma." },
    opinion: { label: "Opinión", meaning: "Es la opinión de esta campaña." },
  },
  legend: "Qué significan los tipos de afirmación",
  source: "Fuente",
  sourceAndLimits: "Fuente y límites",
  limits: "Límites",
  note: (number) => `Nota ${number}`,
  unlinked: {
    mark: "*",
    name: "enlace aún no verificado",
    meaning: "Aún sin enlace: la organización tiene que abrir esta fuente y compararla con lo que decimos.",
    candidate: "candidata, sin verificar",
  },

  minute: "En un minuto",
  sections: {
    thesis: "De qué se trata",
    people: "Lo que les hace a las personas",
    reported: "Lo que se ha publicado",
    method: "Cómo lo sabemos",
    unknown: "Lo que no se sabe",
    company: (company) => (company ? `Lo que dice ${company}` : "Lo que dicen las empresas"),
    before: "Lo que hizo antes",
    acted: "Decisiones y exigencias",
    image: "Su imagen y su conducta",
    matters: "Por qué importa",
    ask: "Lo que pedimos",
    conclusion: "Nuestra conclusión",
    updates: "Novedades",
    others: "Otras campañas de este sitio",
    share: "Compártalo",
    corrections: "Correcciones",
  },

  home: { title: "Campañas", text: "Cada una tiene su propio caso y su propia petición." },

  method: { toSources: "Todas las fuentes en una página" },

  figure: {
    title: (last, first, unit) =>
      `${capital(last.amount)} ${unit} en ${last.month}, frente a ${first.amount} en ${first.month}`,
    svgTitle: (unit) => `Gráfico de barras, en ${unit}`,
    description: (values) => `Barras que empiezan en cero. ${values.join(". ")}.`,
    value: (month, amount, unit) => `${capital(month)}: ${amount} ${unit}`,
    block: (amount, unit) => `Cada bloque equivale a ${amount} ${unit}.`,
    table: "Las cifras en una tabla",
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

  timeline: { heading: "Cronología", today: "Hoy" },

  ask: { petition: (version) => `La petición completa (versión ${version})` },

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
    checked: (date) => `Comprobado el ${date}.`,
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
