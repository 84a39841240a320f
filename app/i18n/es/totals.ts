import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

/** A share of the votes within a sentence: "el 36 %", but "más del 36 %". */
const share = (said: string) => (/^\d/.test(said) ? `el ${said}` : said);

export default {
  title: "Lo que los accionistas han comprometido",
  titleOf: (campaign) => `Lo que los accionistas han comprometido: ${campaign}`,
  description: (company) =>
    `Cuántos titulares de acciones de ${company} han comprometido su voto, y cuántas acciones nos han dicho que tienen, según su propia palabra.`,
  standfirst: (company) =>
    `Quienes tienen acciones de ${company} se comprometen a votar con ellas por sí mismos, y pueden decir cómo. Estos son sus totales, y qué parte se ha comprobado.`,
  pledge: "Comprometa su voto",

  meeting: (company, year) => `Junta anual de ${company} de ${year}`,
  status: {
    expected: "Prevista. No se ha anunciado.",
    announced: "Anunciada.",
    open: "La votación está abierta.",
    closed: "La votación ha terminado.",
    results: "Ha terminado.",
  },
  dates: {
    heading: "Sus fechas",
    meetingOn: "Junta",
    recordDate: "Fecha de registro",
    ballotOpenOn: "Se abre la votación",
    voteBy: "Fecha límite para votar",
    planVoteBy: "Fecha límite en planes",
    none: "Aún no se conoce ninguna de sus fechas.",
    trust: {
      verified: (asOf) => `Comprobado por la organización, al ${asOf}.`,
      unverified: (asOf) =>
        asOf === null
          ? "Nadie de la organización ha comprobado aún estas fechas."
          : `Al ${asOf}. Nadie de la organización ha comprobado aún estas fechas.`,
      stale: (asOf) =>
        `Comprobado por la organización, al ${asOf}. De eso hace tiempo: pueden haber cambiado.`,
    },
  },
  noMeeting: {
    standfirst: "Aún no se conoce ninguna junta de la empresa, así que no se pide a nadie un compromiso.",
    next: "Cuando la organización registre una, los titulares podrán comprometer su voto para ella y sus totales figurarán aquí.",
  },

  holders: (count, company, year) =>
    icu(
      "{count, plural, one {accionista ha comprometido} other {accionistas han comprometido}} su voto para la junta anual de {company} de\u00a0{year}.",
      { count, company, year },
    ),
  empty: {
    none: (company, year) =>
      `Ningún accionista ha comprometido aún su voto para la junta anual de ${company} de\u00a0${year}.`,
    heading: "Todavía no hay nada que sumar",
    text: "A partir de cinco accionistas, esta página muestra cuántas acciones nos han dicho que tienen, según lo que se ha comprobado, lo que piensan votar y cómo las tienen. Con menos, una suma diría lo que tiene uno de ellos.",
    soon: "Cinco o más han comprometido su voto. Sus totales figurarán aquí cuando hayan cambiado los suficientes para que ninguna suma hable de menos de cinco, casi siempre en un minuto.",
    how: "Si usted tiene acciones de la empresa, su compromiso es uno de esos cinco.",
  },

  shares: {
    heading: "Acciones",
    caption: "Según lo que se sabe de cada participación",
    published: (moment) =>
      `Sumado el ${moment}. Las sumas solo se mueven cuando han cambiado al menos cinco compromisos, para que de ellas no pueda deducirse la participación de nadie. Las partes pueden ser más antiguas que el conjunto y no tienen por qué sumar lo mismo; el número de accionistas de arriba es el de este momento.`,
    together: "Todas, comprobadas o no",
  },
  columns: {
    group: "Grupo",
    holders: "Titulares",
    wholeShares: "Acciones enteras",
    range: "En intervalos",
    meaning:
      "Las acciones enteras son las de titulares que dijeron un número. En intervalos: las de quienes dijeron un intervalo, desde la suma de los extremos inferiores hasta la suma de los superiores.",
  },
  range: (min, max) => `de ${min} a ${max}`,
  notShown: "no se muestra",
  suppressed:
    "Los grupos de menos de cinco no se muestran. Cuando eso permitiría deducir uno, se omite otro con él.",

  verification: {
    self_reported: "Declaradas",
    email_confirmed: "Declaradas, con el correo confirmado",
    document_checked: "La organización ha visto un documento",
    broker_letter: "La organización ha visto una carta del bróker",
  },
  intentions: {
    heading: "Cómo piensan votar",
    caption: "En general, sobre las propuestas que apoya esta campaña",
    item: (number, title) => (number === null ? title : `Punto ${number}: ${title}`),
    for: "A favor",
    against: "En contra",
    abstain: "Abstención",
    undecided: "Sin decidir",
  },
  holding: {
    heading: "Cómo tienen sus acciones",
    caption: "De ello depende quién envía la boleta, y hasta cuándo",
    broker: "Con un bróker",
    registered: "A su propio nombre, con el agente de transferencias",
    employee_plan: "En un plan de empleados",
    ira_brokerage: "En una cuenta de jubilación que dirigen",
    foreign_broker: "Con un bróker fuera de los Estados Unidos",
    unsure: "No lo saben con seguridad",
  },
  kind: {
    heading: "Por cuenta propia o por otros",
    caption: "Una institución gestiona acciones por cuenta de otros",
    direct: "Por cuenta propia",
    institution: "Como institución",
  },
  noneShown:
    "Aún no se muestra aquí ningún grupo, porque tendría menos de cinco o hablaría de otro grupo que los tiene.",
  funds: {
    heading: "Titulares de fondos, contados aparte",
    count: (count) => `${count} personas que solo tienen un fondo o un ETF nos lo han dicho.`,
    notShown:
      "Aún no se muestra cuántas personas tienen solo un fondo o un ETF, porque hablaría de un grupo de menos de cinco.",
    apart: "Los votos los tiene el fondo, no ellas: no están en ningún otro número de esta página.",
    letters: (told) =>
      `${told} de ellas nos contaron qué resultó de su carta a la gestora del fondo, o de la política de voto que podían elegir:`,
    answer: "Respuesta",
    holders: "Titulares de fondos",
    answers: {
      supports: "Escribieron. La gestora dice que apoya estas propuestas",
      declines: "Escribieron. La gestora dice que no",
      no_position: "Escribieron. La gestora no dice cómo vota",
      no_answer: "Escribieron. Sin respuesta por ahora",
      policy: "Eligieron una política de voto",
      not_yet: "Todavía no han escrito",
      not_sent: "No van a escribir",
    },
    rule: "Según lo dicen ellas mismas. Los números se mueven solo cuando han cambiado al menos cinco respuestas, y no se muestra ningún grupo de menos de cinco.",
  },

  value: {
    shown: (dollars, price, asOf) =>
      `Las acciones enteras que se dijeron como número valen unos ${dollars} a ${price} por acción, el precio del ${asOf}. Los intervalos no están incluidos.`,
    hidden: {
      unset: "No se muestra ningún valor en dólares: no tenemos un precio de la acción.",
      unverified:
        "No se muestra ningún valor en dólares: nadie de la organización ha comprobado el precio de la acción que tenemos.",
      stale: "No se muestra ningún valor en dólares: el precio de la acción que tenemos está desactualizado.",
    },
  },
  point: {
    shown: (shares, outstanding, asOf) =>
      `Si se votaran todas las acciones, un punto porcentual serían ${shares} acciones: el ${asOf} había ${outstanding} en circulación. Los compromisos no mueven por sí mismos un resultado. Muestran quién tiene acciones, quién copresentaría y quién preguntará.`,
    hidden: {
      unset:
        "No decimos cuántas acciones son un punto porcentual: no tenemos el número de acciones en circulación.",
      unverified:
        "No decimos cuántas acciones son un punto porcentual: nadie de la organización ha comprobado el número de acciones en circulación que tenemos.",
      stale:
        "No decimos cuántas acciones son un punto porcentual: el número de acciones en circulación que tenemos está desactualizado.",
    },
  },

  voted: {
    heading: "Quiénes votaron",
    pledged: "Se comprometieron",
    known: "Nos respondieron",
    voted: "Votaron",
    asPledged: "Como dijeron",
    otherwise: "De otro modo",
    didNot: "No votaron",
    all: "Todos",
    exactly: (voted, known, percent) =>
      `${voted} de los ${known} accionistas que nos respondieron votaron (${percent}\u00a0%).`,
    between: (min, max, known) =>
      `Entre ${min} y ${max} de los ${known} accionistas que nos respondieron votaron.`,
    percent: (count, percent) => `${count} (${percent}\u00a0%)`,
    rule: "Según lo que cuentan ellos mismos. Los números solo se mueven cuando han cambiado al menos cinco respuestas, y no se muestra ningún grupo en el que votaran menos de cinco o en el que menos de cinco no votaran.",
    none: "Nadie nos ha dicho todavía si votó. La pregunta sale el día después de la junta, y las respuestas figurarán aquí.",
    live: "En vivo, sobre los compromisos en vigor. En público a partir de 20 respuestas conocidas, sin grupos de menos de cinco.",
  },

  results: {
    heading: "Qué resultado tuvieron propuestas anteriores",
    title: (count, since, least, most) =>
      least === most
        ? icu(
            "{count, plural, one {Una propuesta, en {since}, obtuvo} other {Desde {since}, # propuestas obtuvieron cada una}} {most} de los votos a favor y en contra",
            { count, since, most: share(most) },
          )
        : icu(
            "Desde {since}, {count, plural, one {# propuesta obtuvo} other {# propuestas obtuvieron}} desde {least} hasta {most} de los votos a favor y en contra",
            { count, since, least: share(least), most: share(most) },
          ),
    titleNotVerified: (all) =>
      all ? ", según se publicó y sin verificar" : ", algunas según se publicó y sin verificar",
    label: (year, number, title) =>
      number === null ? `${year}: ${title}` : `${year}, punto ${number}: ${title}`,
    percent: (percent) => `${percent}\u00a0%`,
    half: "la mitad de los votos",
    method: (company) =>
      `Porcentajes tal como los calcula ${company}: votos a favor, divididos por los votos a favor y en contra. Quedan fuera las abstenciones y las acciones que no se votaron.`,
    reported:
      "Dice “más del” donde un resultado figura tal como se publicó y los votos no están registrados aquí.",
    unverified: (count, of) =>
      count === of
        ? "Sin verificar: nadie de la organización los ha cotejado aún con los documentos presentados por la empresa, por lo que no se enlaza ninguna fuente."
        : `${count} de ${of} sin verificar: nadie de la organización los ha cotejado aún con los documentos presentados por la empresa.`,
    verified: "Cotejados por la organización con los documentos presentados por la empresa.",
    table: "Los resultados en una tabla",
    proposal: "Propuesta",
    votes: (votesFor, votesAgainst) => `${votesFor} a favor, ${votesAgainst} en contra`,
    share: "Proporción",
    source: "Fuente",
    toSource: (title) => `Documento presentado sobre “${title}”`,
    link: "Documento",
    notVerified: "sin verificar",
    reportedNotVerified: "según se publicó, sin verificar",
    hidden: "votos registrados, sin verificar",
    noShare: "no se muestra",
    noLink: "verificado, sin enlace registrado",
    none: "Aún no hay registrado ningún resultado de una junta anterior.",
  },

  method: {
    heading: "Cómo se cuenta esto",
    text: [
      "Un compromiso cuenta desde que su titular lo ha confirmado por correo electrónico, y mientras no lo retire. Un cambio sustituye lo que había.",
      "Solo se suman acciones enteras, porque una fracción puede no dar voto. Quien prefiera no dar un número puede dar un intervalo: los intervalos se suman como intervalos, los extremos inferiores y los superiores por separado, y no calculamos puntos medios. El intervalo más alto termina en 10 millones de acciones: quien tiene más da un número, y alguien de la organización revisa ese compromiso antes de que cuente.",
      "Una participación es lo que nos dice su titular. Cuando la organización ha visto un documento o una carta del bróker, la participación se cuenta en ese grupo; no se guarda ningún documento.",
      "Las participaciones se guardan cifradas. Ni esta página ni el archivo que hay detrás contienen nada sobre una sola persona.",
    ],
    json: "Lo mismo en un archivo (JSON)",
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
    shares: (shares, date) => ` Sumadas el ${date}: ${shares} acciones enteras, según su propia palabra.`,
    toTotals: "Los compromisos de los accionistas",
  },
} satisfies Translation<Words["totals"]>;
