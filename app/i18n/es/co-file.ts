import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

export default {
  title: "¿Puedo copresentar?",
  description: (company) =>
    `Desde qué día un titular de acciones de ${company} puede reunir los requisitos para copresentar una propuesta según la Regla 14a-8, contado para un solo titular.`,
  eyebrow: (company) => `Para quienes tienen acciones de ${company}`,
  standfirst:
    "Una propuesta de accionistas puede tener varios presentantes, cada uno por derecho propio. Diga qué tiene y desde cuándo, y vea si por sí solo puede reunir los requisitos de la Regla 14a-8.",
  disclosures: "Qué es un compromiso, y qué no es",
  privacy: "Lo que escribe aquí se usa para calcular esta respuesta y no se guarda en ninguna parte.",

  form: {
    heading: "Sus acciones",
    shares: "¿Cuántas acciones?",
    number: "Número",
    bucket: "O un intervalo",
    noBucket: "Sin intervalo",
    sharesHint: "Se admiten fracciones como 12.5. Un intervalo se cuenta por su extremo inferior.",
    since: "¿Desde cuándo las tiene sin interrupción?",
    month: "Año y mes",
    tenure: "O aproximadamente",
    noTenure: "No lo indico",
    sinceHint:
      "Si compró en varias ocasiones, cuente solo lo que tiene desde entonces. Como no sabemos el día, contamos desde el final del mes.",
    price: "Precio más alto de una acción en los últimos 60 días, en dólares",
    priceHint: {
      "no-price": "Aquí no consta ningún precio. Puede buscarlo y escribirlo solo con cifras, como 512.30.",
      "price-stale": (date) =>
        `El precio que consta aquí es del ${date} y es demasiado antiguo para contar con él. Puede buscarlo y escribirlo solo con cifras, como 512.30.`,
    },
    button: "Ver si reúno los requisitos",
    again: "Calcular de nuevo",
    summary: (count) =>
      icu("{count, plural, one {Hay que cambiar una cosa} other {Hay que cambiar # cosas}}", { count }),
  },

  answer: {
    now: "Usted puede reunir los requisitos ahora",
    nowText: (tier) => `Contado por sí solo, lo que escribió alcanza este nivel de la Regla 14a-8: ${tier}.`,
    from: (date) => `Usted puede reunir los requisitos desde el ${date}`,
    fromText: (tier) =>
      `Desde entonces, contado por sí solo, lo que escribió alcanza este nivel de la Regla 14a-8: ${tier}. Depende del precio en las semanas anteriores a la presentación, y de acciones tenidas sin interrupción.`,
    below: "Todavía no: el valor está por debajo del nivel más bajo",
    belowText: (tier, shares, count) =>
      icu(
        "El nivel más bajo es {tier}. Al precio de abajo, ese valor son {count, plural, one {{shares} acción} other {{shares} acciones}}.",
        { tier, shares, count },
      ),
    cannot: "Eso no puede decirse aquí",
    why: {
      "no-rule":
        "La organización no ha registrado los niveles de la regla para esta empresa. Cuando estén registrados, esta página calculará con ellos.",
      "no-price":
        "Aquí no consta ningún precio de la acción, y de él depende el valor de sus acciones. Escriba en el formulario el precio más alto de los últimos 60 días.",
      "price-stale":
        "El precio de la acción que consta aquí es demasiado antiguo para contar con él. Escriba en el formulario el precio más alto de los últimos 60 días.",
      "range-too-wide": (tier) =>
        `El intervalo que dio va desde por debajo del nivel más bajo hasta por encima de él. Ese nivel es ${tier}. Con un número en lugar de un intervalo puede decirse.`,
      "tenure-unknown": (tier) =>
        `El valor basta al menos para el nivel más bajo, que es ${tier}. Si el tiempo es suficiente depende del mes desde el que tiene las acciones: figura en sus extractos.`,
    },
    counted: "Con qué se calculó esto",
    shares: "Acciones",
    lowerEnd: (shares) => `${shares}, el extremo inferior del intervalo`,
    price: "Precio",
    priceOf: (price, date) => `${price} por acción, el más alto en 60 días, al ${date}`,
    priceUndated: (price) => `${price} por acción, el más alto en 60 días`,
    ownPrice: (price) => `${price} por acción, según lo escribió`,
    value: "Valor",
    since: "Las tiene desde",
    endOf: (month) => `el final de ${month}`,
    rough: (range) => `${range}, contado por su extremo inferior`,
    notSaid: "no se sabe",
    rule: "Regla",
    ruleOf: (date) => `al ${date}`,
    ruleUndated: "sin fecha registrada",
    checked: "Comprobado",
    isChecked: "La organización ha cotejado la regla y el precio con sus fuentes.",
    notChecked:
      "Sin comprobar: la organización no ha cotejado la regla y el precio con sus fuentes, o lo hizo hace demasiado tiempo. Cotéjelos usted antes de confiar en esta respuesta.",
    notCheckedOwn:
      "Sin comprobar: el precio es el que usted escribió. Cotéjelo, y también la regla, con sus fuentes antes de confiar en esta respuesta.",
    narrower: "Puede ser antes, u otro nivel, con el número y el mes exactos.",
    strongest:
      "“Puede reunir los requisitos” es lo máximo que puede decirse aquí: si los reúne lo dicen el texto de la regla y la empresa.",
  },

  tier: (dollars, years) =>
    icu("al menos {dollars} de valor, tenidas durante al menos {years, plural, one {# año} other {# años}}", {
      dollars,
      years,
    }),

  rule: {
    heading: "Lo que la regla pide a un copresentante",
    none: "La organización aún no ha registrado los niveles de la regla para esta empresa. Cuando estén registrados, figurarán aquí.",
    caption: "Basta uno cualquiera de estos, para un solo titular",
    value: "Valor de las acciones",
    held: "Tenidas sin interrupción durante",
    atLeast: (dollars) => `al menos ${dollars}`,
    years: (years) => icu("{years, plural, one {# año} other {# años}}", { years }),
    terms: (days) => [
      `El valor es el número de acciones por el precio más alto en los ${days.window} días anteriores a la presentación de la propuesta.`,
      "No se suman acciones de distintas personas. Cada copresentante alcanza un nivel por sí solo.",
      "Las acciones se tienen sin interrupción durante todo el tiempo, y el titular declara por escrito que las tendrá hasta la junta inclusive.",
      "El titular dice cuándo puede reunirse con la empresa para hablar de la propuesta.",
      "Una propuesta por persona y por junta.",
      `La propuesta con sus razones tiene como máximo ${days.words} palabras.`,
      "La prueba de titularidad la da el participante de la DTC que tiene las acciones: el bróker, o la firma que hay detrás. Pídala pronto.",
      `Si la empresa encuentra que falta algo y lo dice, hay ${days.cure} días para subsanarlo.`,
      "Presentada no significa que se someta a votación: una propuesta puede impugnarse, excluirse o retirarse antes de la votación.",
    ],
    source: "Fuente",
    asOf: (date) => `Al ${date}.`,
    undated: "No consta ninguna fecha.",
    checkedOn: (date, by) => `Cotejado con su fuente el ${date} por ${by}.`,
    stale: "Ese cotejo es demasiado antiguo para confiar en él.",
    notChecked: "Sin comprobar: la organización aún no ha cotejado esto con el texto de la regla.",
  },

  deadline: {
    heading: "El último día para propuestas",
    known: (date, year) => `El último día para propuestas para la junta de ${year} es el ${date}.`,
    unknown: "No está verificado aquí, así que no lo indicamos. Pregunte a la empresa.",
  },

  packet: {
    heading: "Documentos para empezar",
    text: "Tres cartas en su propio nombre: a su bróker para la prueba de titularidad, y dos declaraciones a la empresa. Todo lo que nunca preguntamos está entre corchetes, para que usted lo rellene. Envíelas usted: no queremos una copia.",
    empty: "Sin sus datos",
    pdf: "PDF (tamaño carta)",
    plain: "Solo texto",
    fill: "Con sus datos ya escritos",
    fillHint:
      "Pasan a los documentos y no se guardan en ninguna parte. Lo que deje en blanco queda entre corchetes.",
    name: "Su nombre",
    shares: "Número de acciones",
    month: "Las tiene desde, año y mes",
    paper: "Hoja",
    papers: { letter: "Carta, 8½ × 11 pulgadas", a4: "A4" },
    makePdf: "Hacer el PDF",
    makeText: "Hacerlo en texto",
    willing: "¿Está dispuesto o dispuesta a copresentar? Dígalo en su compromiso",
    willingText: "y, si allí lo acepta, la organización le escribirá sobre ello.",
    summary: "Los documentos aún no están hechos",
  },

  errors: {
    "since-missing": "Escriba el mes, o elija un tiempo aproximado. “Sin seguridad” también es una respuesta",
    "price-plain": "Escriba el precio solo con cifras, como 512.30",
    "paper-unknown": "Elija tamaño carta o A4",
    "name-long": "Acorte el nombre a 120 caracteres",
  },

  papers: {
    title: (company) => `Documentos para copresentar en ${company}`,
    subject: "Cartas de un accionista según la Regla 14a-8, para llenar",
    about: (company) =>
      `Para accionistas de ${company} dispuestos a copresentar una propuesta, cada uno por derecho propio y contado por sí solo.`,
    of: (campaign) => `Preparado por la campaña “${campaign}”.`,
    howHeading: "Cómo usar estos documentos",
    how: [
      "Llene lo que está entre corchetes y tache lo que no corresponda. Nunca lo preguntamos, por eso queda aquí en blanco.",
      "Firme y feche cada carta. Envíe la primera a su bróker, y las otras dos a la empresa junto con la propuesta.",
      "Conserve los originales. No nos envíe una copia.",
    ],
    insideHeading: "Qué contiene",
    rule: (url) =>
      `Lo que la regla pide, con sus niveles y plazos, y si la organización lo ha comprobado, figura en ${url}. Lea el texto de la regla y la declaración informativa (proxy statement) más reciente de la empresa antes de presentar.`,
    nameLeftOut:
      "El nombre que se dio tiene letras que estas páginas no pueden imprimir. Su lugar queda en blanco: escríbalo a mano, o use la versión de solo texto, que admite cualquier letra.",
    disclosuresHeading: "Tenga en cuenta",
    whoHeading: "Quién dirige y financia esta campaña",

    blank: {
      name: "[su nombre]",
      address: "[su dirección]",
      date: "[fecha]",
      signature: "[firma]",
      broker: "[nombre y dirección de su bróker o banco]",
      account: "[la cuenta, tal como la nombra su bróker]",
      company: (company) =>
        `[${company}, a la atención de su secretario corporativo, en la dirección de su declaración informativa (proxy statement) más reciente]`,
      shares: "[número]",
      since: "[día, mes y año]",
      dayIn: (month) => `[día] de ${month}`,
      year: "[año]",
      filed: "[día en que presenta la propuesta]",
      title: "[título de la propuesta]",
      reach: "[teléfono o correo electrónico]",
    },

    broker: {
      title: "Carta al bróker: prueba de titularidad",
      subject: (company, account) => `Prueba de mi titularidad de acciones de ${company}, cuenta ${account}`,
      ask: (company, shares) =>
        `Ustedes tienen por mi cuenta ${shares} acciones de ${company}. Me propongo presentar a la empresa una propuesta de accionistas según la Regla 14a-8, como uno de varios presentantes, cada uno por derecho propio. Para ello necesito una prueba de mi titularidad del participante de la DTC que tiene las acciones.`,
      please: "Les ruego que me envíen una carta con su membrete, firmada y fechada, que declare:",
      states: (company, shares, since, filed) => [
        "mi nombre como titular de las acciones;",
        "que su firma es participante de la DTC y las tiene, con el nombre con el que figura allí;",
        `que he tenido al menos ${shares} acciones de ${company} sin interrupción desde el ${since} hasta el ${filed} inclusive.`,
      ],
      chain:
        "Si otra firma es el participante de la DTC que tiene las acciones por ustedes, les ruego que me envíen también una carta así de esa firma, y la de ustedes que me nombre como su cliente.",
      time: (days, reach) =>
        `La empresa puede pedir una corrección, y la regla deja ${days} para ello. Si algo lo impide, les ruego que me lo digan pronto: ${reach}.`,
      fewDays: "pocos días",
      days: (days) => icu("{days, plural, one {# día} other {# días}}", { days }),
    },
    hold: {
      title: "Declaración de la intención de conservar las acciones",
      subject: (company, title) => `Propuesta de accionistas a ${company}: ${title}`,
      own: (company, shares, since) =>
        `Soy titular de ${shares} acciones de ${company} y las he tenido sin interrupción desde el ${since}. La prueba de titularidad procede del participante de la DTC que las tiene.`,
      intend: (year) =>
        `Me propongo conservar estas acciones, al menos tantas como pide la regla, sin interrupción hasta la fecha de la junta de accionistas de ${year} inclusive, para la que presento esta propuesta.`,
      alone:
        "Hago esta declaración solo por mí. Mis acciones no se suman a las de nadie para cumplir la regla, y no presento ninguna otra propuesta para esa junta.",
    },
    meet: {
      title: "Declaración de disponibilidad",
      subject: (company, title) => `Propuesta de accionistas a ${company}: ${title}`,
      able: (company) =>
        `Puedo reunirme con ${company}, en persona o por llamada, para hablar de la propuesta que he presentado. Puedo hacerlo en estos días, todos dentro del plazo que la regla fija tras la presentación:`,
      times: [
        "[día], de [hora] a [hora], [zona horaria]",
        "[día], de [hora] a [hora], [zona horaria]",
        "[día], de [hora] a [hora], [zona horaria]",
      ],
      reach: (reach) => `Para acordar uno de ellos, pueden contactarme en ${reach}.`,
    },
    to: "Para:",
    re: "Asunto:",
    regards: "Atentamente,",
    page: (number, of) => `Página ${number} de ${of}`,
    hash: (sha256) => `SHA-256 del texto: ${sha256}`,
  },
} satisfies Translation<Words["coFile"]>;
