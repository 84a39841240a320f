import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

/** A share of the votes within a sentence: "el 36%", but "más del 36%". */
const share = (text: string) => (/^\d/.test(text) ? `el ${text}` : text);

export default {
  title: "Cómo dicen los accionistas que votarán",
  titleOf: (campaign) => `Cómo dicen los accionistas que votarán: ${campaign}`,
  description: (company) =>
    `Cuántos accionistas de ${company} han dicho cómo votarán y cuántas acciones declararon.`,
  standfirst: (company) =>
    `Quienes tienen acciones de ${company} dicen aquí cómo votarán con ellas. Estos son los totales y qué parte se verificó.`,
  pledge: "Diga cómo votará",

  meeting: (company, year) => `Junta anual de ${company} de ${year}`,
  status: {
    expected: "Prevista; aún sin anunciar.",
    announced: "Anunciada.",
    open: "La votación está abierta.",
    closed: "La votación terminó.",
    results: "La junta ya pasó.",
    held: "Celebrada; aún sin resultados.",
  },
  dates: {
    meetingOn: "Junta",
    recordDate: "Fecha de registro",
    ballotOpenOn: "Se abre la votación",
    voteBy: "Fecha límite para votar",
    planVoteBy: "Fecha límite en planes",
    none: "Aún no se conocen fechas.",
    trust: {
      verified: (asOf) => `Verificado por la organización, al ${asOf}.`,
      unverified: (asOf) =>
        asOf === null
          ? "La organización aún no las ha verificado."
          : `Al ${asOf}. La organización aún no las ha verificado.`,
      stale: (asOf) => `Verificadas por última vez al ${asOf}; pueden haber cambiado.`,
    },
  },
  noMeeting: {
    standfirst: "Aún no se conoce ninguna junta, así que no hay compromisos.",
    next: "Cuando la organización registre una junta, los accionistas podrán decir cómo votarán y sus totales aparecerán aquí.",
  },

  holders: (count, company, year) =>
    icu(
      "{count, plural, one {accionista ha dicho cómo votará} other {accionistas han dicho cómo votarán}} en la junta anual de {company} de\u00a0{year}.",
      { count, company, year },
    ),
  empty: {
    none: (company, year) =>
      `Ningún accionista ha dicho aún cómo votará en la junta anual de ${company} de\u00a0${year}.`,
    heading: "Aún no hay totales",
    text: "A partir de cinco accionistas, esta página muestra sus acciones según lo verificado, su intención de voto y cómo las tienen. Con menos se revelaría lo que tiene cada uno.",
    soon: "Ya hicieron un compromiso al menos cinco personas. Los totales aparecerán cuando no revelen ningún grupo menor de cinco, casi siempre en un minuto.",
    how: "Si usted tiene acciones, usted es una de las cinco.",
  },

  shares: {
    heading: "Acciones",
    caption: "Según lo verificado",
    published: (moment) =>
      `Calculado el ${moment}. Para proteger lo que tiene cada persona, las sumas cambian solo cuando las cambian al menos cinco personas, ninguna en más de la mitad. Las partes pueden ser más antiguas que el total y no sumar lo mismo; el número de accionistas es el actual.`,
    together: "Total, verificadas o no",
  },
  columns: {
    group: "Grupo",
    holders: "Accionistas",
    wholeShares: "Acciones enteras",
    range: "Rangos",
    meaning:
      "Acciones enteras: de quienes dieron un número. Rangos: de quienes dieron un rango, desde la suma mínima hasta la máxima posible.",
  },
  range: (min, max) => `de ${min} a ${max}`,
  notShown: "no se muestra",
  suppressed: "Se ocultan los grupos menores de cinco, y los que permitirían deducirlos.",

  verification: {
    self_reported: "Declaradas",
    email_confirmed: "Declaradas, con el correo confirmado",
    document_checked: "Documento visto por la organización",
    broker_letter: "Carta del bróker vista por la organización",
  },
  intentions: {
    heading: "Cómo piensan votar",
    caption: "Sobre propuestas como estas",
    item: (number, title) => (number === null ? title : `Punto ${number}: ${title}`),
    for: "A favor",
    against: "En contra",
    abstain: "Abstención",
    undecided: "Sin decidir",
  },
  holding: {
    heading: "Cómo tienen sus acciones",
    caption: "De esto depende quién envía la boleta y hasta cuándo se vota",
    broker: "Con un bróker",
    registered: "A su propio nombre, con el agente de transferencias",
    employee_plan: "En un plan con fiduciario",
    ira_brokerage: "En una cuenta de jubilación autodirigida",
    foreign_broker: "Con un bróker fuera de los Estados Unidos",
    elsewhere: "Con un bróker en otro país",
    unsure: "No lo saben",
  },
  kind: {
    heading: "Por cuenta propia o por otros",
    caption: "Una institución gestiona acciones por cuenta de otros",
    direct: "Por cuenta propia",
    institution: "Como institución",
  },
  noneShown: "Aún sin desglose: cada grupo que se muestre debe tener cinco personas.",
  funds: {
    heading: "Personas con fondos, contadas aparte",
    count: (count) => `${count} personas nos dijeron que solo tienen un fondo o un ETF.`,
    notShown:
      "Por ahora se oculta cuántas personas tienen solo un fondo o un ETF, para proteger a los grupos menores de cinco.",
    apart: "Vota el fondo, no ellas, así que ningún otro número las incluye.",
    letters: (holders) =>
      `${holders} de ellas nos contaron sobre su carta a la administradora o su política de voto:`,
    answer: "Respuesta",
    holders: "Personas con fondos",
    answers: {
      supports: "Escribieron; la administradora apoya estas propuestas",
      declines: "Escribieron; la administradora dice que no",
      no_position: "Escribieron; la administradora no dice cómo vota",
      no_answer: "Escribieron; sin respuesta por ahora",
      policy: "Eligieron una política de voto",
      not_yet: "Aún no han escrito",
      not_sent: "No van a escribir",
    },
    rule: "Según lo declarado. Los números cambian solo cuando cambian al menos cinco respuestas; los grupos menores de cinco se ocultan.",
  },

  value: {
    shown: (dollars, price, asOf) =>
      `Las acciones enteras dadas como número valen unos ${dollars} a ${price} por acción, precio del ${asOf}. No incluye rangos.`,
    hidden: {
      unset: "Sin valor en dólares: no tenemos el precio de la acción.",
      unverified: "Sin valor en dólares: nuestro precio de la acción no está verificado.",
      stale: "Sin valor en dólares: nuestro precio de la acción está desactualizado.",
    },
  },
  point: {
    shown: (shares, outstanding, asOf) =>
      `Si se votara con todas las acciones, un punto porcentual serían ${shares} acciones: el ${asOf} había ${outstanding} en circulación. Los compromisos por sí solos no cambian un resultado. Muestran quién tiene acciones, presentaría una propuesta y hará preguntas.`,
    hidden: {
      unset:
        "No se sabe cuántas acciones son un punto porcentual: no tenemos el número de todas las acciones.",
      unverified:
        "No se muestra cuántas acciones son un punto porcentual hasta que se verifique el número de todas las acciones.",
      stale:
        "No se muestra cuántas acciones son un punto porcentual: el número de todas las acciones está desactualizado.",
    },
  },

  voted: {
    heading: "Quiénes votaron",
    pledged: "Hicieron un compromiso",
    known: "Respondieron",
    voted: "Votaron",
    asPledged: "Como dijeron",
    otherwise: "De otro modo",
    didNot: "No votaron",
    all: "Todos",
    exactly: (voted, known, percent) =>
      `${voted} de los ${known} accionistas que respondieron votaron (${percent}%).`,
    between: (min, max, known) =>
      `Entre ${min} y ${max} de los ${known} accionistas que respondieron votaron.`,
    percent: (count, percent) => `${count} (${percent}%)`,
    rule: "Según lo declarado. Los números cambian solo cuando cambian al menos cinco respuestas; se ocultan los grupos donde votaron, o no votaron, menos de cinco.",
    none: "Aún no hay respuestas. Preguntamos el día después de la junta, y las respuestas aparecerán aquí.",
    live: "En vivo, de compromisos activos. La página pública necesita 20 respuestas y omite los grupos menores de cinco.",
  },

  results: {
    heading: "Resultados de propuestas anteriores",
    held: (year) => `La junta de ${year}: celebrada; aún sin resultados.`,
    title: (count, since, least, most) =>
      least === most
        ? icu(
            "{count, plural, one {Una propuesta, en {since}, obtuvo} other {Desde {since}, # propuestas obtuvieron cada una}} {most} de votos a favor",
            { count, since, most: share(most) },
          )
        : icu(
            "Desde {since}, {count, plural, one {# propuesta obtuvo} other {# propuestas obtuvieron}} desde {least} hasta {most} de votos a favor",
            { count, since, least: share(least), most: share(most) },
          ),
    titleNotVerified: (all) =>
      all ? ", según se publicó y sin verificar" : ", algunas según se publicó y sin verificar",
    label: (year, number, title) =>
      number === null ? `${year}: ${title}` : `${year}, punto ${number}: ${title}`,
    percent: (percent) => `${percent}%`,
    half: "la mitad de los votos",
    method: (company) =>
      `${company} divide los votos a favor entre los votos a favor y en contra. No incluye abstenciones ni acciones sin votar.`,
    selection: (company) =>
      `Esto es una selección: los accionistas de ${company} votaron sobre más puntos. El documento que presenta después de cada junta los incluye todos.`,
    reported: "“Más del” marca un resultado publicado sin votos registrados.",
    unverified: (count, of) =>
      count === of
        ? "Aún sin verificar con los documentos presentados por la empresa, así que no se enlaza ninguna fuente."
        : `${count} de ${of} aún sin verificar con los documentos presentados por la empresa.`,
    verified: "Verificados por la organización con los documentos presentados por la empresa.",
    table: "Ver los resultados en una tabla",
    proposal: "Propuesta",
    votes: (votesFor, votesAgainst) => `${votesFor} a favor, ${votesAgainst} en contra`,
    abstained: (votes) => `${votes} abstenciones`,
    corrected: (item, was, is) => `${item}. Publicamos como resultado ${was}. Es ${is}.`,
    removed: (item, was) => `${item}. Publicamos como resultado ${was}. Ya no lo mostramos.`,
    share: "Proporción",
    source: "Fuente",
    toSource: (title) => `Documento presentado sobre “${title}”`,
    link: "Documento",
    notVerified: "sin verificar",
    reportedNotVerified: "según se publicó, sin verificar",
    hidden: "votos registrados, sin verificar",
    noShare: "no se muestra",
    noLink: "verificado, sin enlace registrado",
    none: "Aún no hay resultados anteriores registrados.",
  },

  method: {
    heading: "Cómo contamos",
    text: [
      "Un compromiso cuenta desde que se confirma por correo y hasta que se retira. Un cambio reemplaza la versión anterior.",
      "Solo sumamos acciones enteras, porque una fracción puede no dar voto. Sumamos aparte los extremos bajos y los altos de los rangos, sin puntos medios. El rango más alto termina en 10 millones de acciones. Quien tiene más da un número, y la organización revisa el compromiso antes de que cuente.",
      "El número de acciones es el que cada persona declara. Cuando la organización ha visto un documento o una carta del bróker, las contamos aparte. No guardamos documentos.",
      "Los números de acciones se guardan cifrados. Ni esta página ni su archivo de datos contienen nada sobre una persona.",
    ],
    json: "Descargar como JSON",
  },

  onCase: {
    heading: "Accionistas",
    ask: (company, year) =>
      `¿Tiene acciones de ${company}? Diga cómo votará con ellas en su junta anual de ${year}.`,
    count: (holders, written) =>
      icu(
        "{holders, plural, =0 {} one { Hasta ahora lo ha hecho un accionista.} other { Hasta ahora lo han hecho {written} accionistas.}}",
        { holders, written },
      ),
    shares: (shares, date) => ` El ${date}: ${shares} acciones enteras, según lo declarado.`,
    noDate: " La fecha está por anunciarse.",
    fund: "¿Tiene un fondo con esas acciones? Pregunte a su administradora cómo vota: el mismo formulario le ayuda.",
    toTotals: "Los compromisos de los accionistas",
  },
} satisfies Translation<Words["totals"]>;
