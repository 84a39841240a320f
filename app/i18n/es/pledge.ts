import { byJurisdiction } from "../by-jurisdiction.ts";
import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";
import { spelled } from "./spelled.ts";

const askForBallot =
  "Antes de la votación, pregunte al bróker, banco o plan que guarda sus acciones cómo recibe la boleta.";

export default {
  disclosures: (company, fund) => [
    "Este compromiso no es un poder de representación (proxy). Nadie vota por usted. Es una declaración de intención, no es vinculante y puede retirarlo en cualquier momento.",
    fund
      ? "La administradora del fondo vota con las acciones del fondo."
      : "Usted vota con sus acciones, a través de su bróker si lo tiene. Nosotros no podemos votar por usted.",
    "No nos envíe su tarjeta de voto por poder, su número de control ni sus datos de acceso. Aquí no hay ningún campo para eso.",
    "El número de acciones es el que cada persona declara.",
    "Nada de lo que hay aquí es asesoramiento jurídico ni de inversión.",
    `No tenemos ningún vínculo con ${company}.`,
    "Al pie de cada página se indica quién dirige y financia este sitio.",
  ],
  disclosuresHeading: "Qué es este compromiso",
  disclosuresMore: (lines) => `${lines} líneas más`,

  title: "Diga cómo votará",
  eyebrow: (company) => `Para quienes tienen acciones de ${company}`,
  standfirst:
    "Diga cómo piensa votar con sus propias acciones. Lo contamos, y se lo recordamos hasta que haya votado.",

  meeting: {
    name: (company, year) => `Junta anual de ${company} de ${year}`,
    forMeeting: (company, year, next) => `Para la junta anual de ${company} de ${year}: ${next}`,
    voteByOn: (date) => `vote a más tardar el ${date}`,
    unannounced: "fecha por anunciar",
    unentered: "fecha sin registrar aquí",
    orChoose: (years) => `O elija ${years}.`,
    status: {
      expected: "Prevista. El orden del día está por anunciarse.",
      unentered: "Su fecha no se registró aquí; puede haber pasado.",
      announced: "Anunciada.",
      open: "La votación está abierta.",
      closed: "La votación terminó.",
      held: "Celebrada; aún sin resultados.",
      results: "La votación terminó, y se conocen los resultados.",
    },
    asks: {
      vote: "Por eso preguntamos qué piensa hacer en general.",
      fund: "Quien tiene un fondo no vota, así que preguntamos quién lo administra.",
    },
    day: "Junta",
    recordDate: "Fecha de registro",
    dayAndRecordDate: "Junta y fecha de registro",
    ballotOpens: "Se abre la votación",
    voteBy: "Fecha límite para votar",
    planVoteBy: "Fecha límite en planes",
    unknown: "Aún no se ha anunciado",
    hasPassed: (date) => `${date}, que ya pasó`,
    trust: {
      verified: (date) => `Verificado por la organización. Al ${date}.`,
      stale: (date) => `Al ${date}. Verifique las fechas con su bróker.`,
      unverified: "Aún sin verificar con los documentos de la empresa.",
    },
    asOf: (date) => `Al ${date}.`,
    source: "Fuente",
    which: {
      legend: "¿Qué junta anual?",
      running: "Si tenía acciones en su fecha de registro.",
      later: "Si tiene acciones ahora, o las tendrá.",
    },
    pattern: {
      early: (month) => `principios de ${month}`,
      mid: (month) => `mediados de ${month}`,
      late: (month) => `finales de ${month}`,
      meeting: (from, to) =>
        from === to
          ? `En los últimos años la junta fue a ${from}.`
          : `En los últimos años la junta fue entre ${from} y ${to}.`,
      recordDate: (from, to) =>
        from === to ? `En los últimos años fue a ${from}.` : `En los últimos años fue entre ${from} y ${to}.`,
    },
    who: {
      heading: "¿Quién puede votar en esta junta?",
      passed: (date) =>
        `Quienes tenían acciones el ${date}, hasta que termine la votación. Si compró las suyas después, puede votar con ellas en la junta siguiente.`,
      asks: "El formulario pregunta por ese día.",
      unknown: (year) =>
        `Quienes tengan acciones en la fecha de registro de ${year}, hasta que termine la votación. Ese día es algunas semanas antes de la junta, y aquí aún no se ha anunciado. Una compra se liquida el día hábil siguiente, así que las compradas ese día no cuentan.`,
      ahead: (date) =>
        `Quienes tengan acciones el ${date} pueden votar con ellas en esta junta. Una compra se liquida el día hábil siguiente, así que las compradas ese día no cuentan.`,
    },
  },

  owners: {
    ask: (company) => `¿Tiene acciones de ${company}, o un fondo que las tenga?`,
    search: (company, endsOn) =>
      `La votación de este año ${endsOn === null ? "puede ser en unos días" : `termina el ${endsOn}`}. Busque ahora “vote” y “${company}” en su correo.`,
    more: "Cómo votar",
    voted: "Ya he votado",
    tomorrow: "Recuérdemelo mañana",
  },

  first: {
    way: "¿Cómo tiene sus acciones?",
    person: "¿Quién es usted?",
    name: "Nombre",
    email: "Correo electrónico",
    emailHint: "Para confirmar y para los recordatorios; nunca se muestra.",
    country: "País",
    step: "Paso 1 de 2",
    notYou: "¿No es usted?",
    knownAs: "Aquí ya sabemos quién es, así que no se le pregunta de nuevo:",
  },

  ways: {
    broker: {
      label: "Con un bróker, un banco o una aplicación",
      hint: byJurisdiction(
        "Lo más común{: su bróker le envía la boleta por correo; elíjala también para acciones de un ESPP y acciones ya adjudicadas por su trabajo}.",
      ),
      explain: byJurisdiction(
        `{Están a nombre de su bróker (“street name”): la empresa conoce al bróker, no a usted. El bróker le envía la boleta, un formulario de instrucciones de voto. Llega por correo electrónico, casi siempre a través de ProxyVote.com. Para acciones de un ESPP y acciones ya adjudicadas por su trabajo, la envía el bróker del plan.|${askForBallot}}`,
      ),
    },
    registered: {
      label: "A mi propio nombre, con el agente de transferencias",
      hint: "El agente de la empresa le envía los documentos.",
      explain:
        "Usted es accionista registrado: el agente de transferencias lo tiene registrado a su nombre y le envía la tarjeta de voto por poder. Vote con ella allí, y no se la envíe a nadie más.",
    },
    employee_plan: {
      label: byJurisdiction("A través de un plan con fiduciario{, como un 401(k)}"),
      hint: byJurisdiction(
        "El fiduciario vota como usted le indique, con un plazo anterior{; no es para acciones de un ESPP ni adjudicadas por su trabajo}.",
      ),
      explain: byJurisdiction(
        "Un fiduciario tiene las acciones del plan y vota con ellas como usted le indique. Su plazo termina antes que el de un bróker, así que busque primero su mensaje.{ Las acciones de un ESPP y las ya adjudicadas por su trabajo las tiene el bróker del plan: para ellas, cambie a “Con un bróker”.}",
      ),
    },
    ira_brokerage: {
      label: "En una cuenta de jubilación que yo dirijo",
      hint: "Elija esta también si su plan le da acceso a un bróker.",
      explain: byJurisdiction(
        "Si su plan le da acceso a un bróker, funciona como una cuenta de bróker.{ El bróker le envía la boleta por correo electrónico, casi siempre a través de ProxyVote.com.}",
      ),
    },
    foreign_broker: {
      label: byJurisdiction("Con un bróker {fuera de los Estados Unidos|en otro país}"),
      hint: "Pida pronto el voto por poder: el plazo suele acabar días antes.",
      explain: byJurisdiction(
        "Las tiene un intermediario o un depositario. Pida ya a su bróker el voto por poder: a menudo necesita su voto días antes{ que los brókeres de los Estados Unidos}.",
      ),
    },
    fund: {
      label: "Solo a través de un fondo o ETF",
      hint: "El fondo tiene los votos, pero usted puede actuar.",
      explain: "",
    },
    institution: {
      label: "Decido por otros: un fondo, un plan, una fundación",
      hint: "Las instituciones tienen su propio formulario.",
      explain:
        "Para quienes deciden cómo se vota con acciones que administran por cuenta de otros. Este formulario trata solo de propuestas, y no pone condiciones a nadie del consejo de administración.",
    },
    unsure: {
      label: "No lo sé",
      hint: "Unas pocas preguntas ayudan a averiguarlo.",
      explain: `Díganos lo que sepa. ${askForBallot}`,
    },
  },

  findOut: {
    eyebrow: "Entre el paso 1 y el 2",
    title: "Averigüe cómo tiene sus acciones",
    standfirst: "Elija la primera que corresponda. Si ninguna corresponde, omita este paso.",
    questions: [
      {
        ask: "¿Su estado de cuenta nombra un fondo o un ETF en lugar de la empresa?",
        means: "Entonces las acciones son del fondo, que vota con ellas.",
        answers: [["fund", "Sí, a través de un fondo"]],
      },
      {
        ask: byJurisdiction("¿Están en un plan que guarda un fiduciario{, como un 401(k)}?"),
        means: "Entonces el fiduciario vota con ellas como usted le indique.",
        answers: [["employee_plan", "Sí, en un plan con fiduciario"]],
      },
      {
        ask: "¿Están en una cuenta IRA u otra cuenta de jubilación en la que usted elige qué comprar?",
        means: "Entonces funciona como una cuenta de bróker.",
        answers: [["ira_brokerage", "Sí, en una cuenta de jubilación"]],
      },
      {
        ask: byJurisdiction(
          "¿Las compró en una aplicación, en un banco o con un bróker en línea{, o las recibió por su trabajo o en un ESPP}?",
        ),
        means: "Entonces el bróker las guarda y le envía la boleta.",
        answers: [
          ["broker", byJurisdiction("Sí, en {los Estados Unidos|el país de la empresa}")],
          ["foreign_broker", "Sí, en otro país"],
        ],
      },
      {
        ask: "¿Le escribe por su nombre un agente de transferencias, sin ningún bróker?",
        means: "Entonces usted es accionista registrado.",
        answers: [["registered", "Sí, a mi propio nombre"]],
      },
    ],
    none: "Ninguna corresponde: omitir",
  },

  second: {
    step: "Paso 2 de 2",
    title: "Sus acciones y su intención",
    titleOf: {
      fund: "Su fondo tiene los votos, pero usted puede actuar",
      institution: "Lo que la institución piensa hacer",
    },
    change: "Cambiar",
    changeOf: "Cambiar cómo tiene sus acciones",

    shares: "¿Cuántas acciones?",
    sharesOfInstitution: "¿Sobre cuántas acciones decide?",
    sharesHint: "Un número como 12, o un rango como 100-999; déjelo en blanco si prefiere no decirlo.",
    buckets: {
      "1-9": "De 1 a 9",
      "10-99": "De 10 a 99",
      "100-999": "De 100 a 999",
      "1000-9999": "De 1,000 a 9,999",
      "10000-99999": "De 10,000 a 99,999",
      "100000+": "De 100,000 a 10 millones",
    },

    since: "¿Desde cuándo?",
    month: "Año y mes",
    sinceHint:
      "Después de uno a tres años, según su valor, puede reunir los requisitos para presentar una propuesta con otros accionistas.",
    toCoFile: "¿Puedo presentar una propuesta? (se abre en otra pestaña)",
    tenure: "O aproximadamente",
    noTenure: "No lo indico",
    tenures: {
      under_1_year: "menos de 1 año",
      "1_to_2_years": "de 1 a 2 años",
      "2_to_3_years": "de 2 a 3 años",
      "3_years_or_more": "3 años o más",
      unsure: "no lo sé",
    },

    recordDate: (date) => `¿Las tenía el ${date}?`,
    recordDateHint:
      "En esta junta solo se vota con las acciones que se tenían ese día, la fecha de registro; las compradas ese día fueron suyas un día hábil después.",
    recordDates: { yes: "Sí", no: "No", unsure: "No lo sé", not_applicable: "No corresponde" },

    account: "¿Qué tipo de cuenta es?",
    accountHint:
      "Un bróker puede prestar las acciones de una cuenta de margen, y las prestadas en la fecha de registro pueden perder su voto.",
    accountHintPassed:
      "Un bróker puede prestar las acciones de una cuenta de margen, y las prestadas en la fecha de registro pueden haber perdido su voto.",
    aboutLoans: "Más información sobre acciones prestadas",
    loans: "Pida a su bróker que las recupere antes de la fecha de registro.",
    loansPassed:
      "Pregunte a su bróker si las suyas aún tienen su voto. Para la junta siguiente, recupérelas antes de la fecha de registro.",
    flags: {
      cash: "De efectivo",
      margin: "De margen",
      lending: "El préstamo de acciones está activado",
      unsure: "No lo sé",
    },
    planVoteBy: (date) => `Para esta junta su plazo acaba el ${date}.`,
    planVoteByPassed: (date) =>
      `Para esta junta su plazo acabó el ${date}. Pregunte de inmediato si aún acepta su instrucción. Puede hacer su compromiso de todos modos.`,
    lent: "¿Hay acciones prestadas?",
    lentHint:
      "Las acciones prestadas en la fecha de registro pueden perder su voto, así que recupere antes de ese día aquellas con las que quiera votar.",
    lentHintPassed:
      "Las acciones prestadas en la fecha de registro pueden haber perdido su voto para esta junta.",
    flagsOfInstitution: { lending: "Algunas lo están, o pueden estarlo", unsure: "No lo sé" },

    standing: "¿Tiene una instrucción permanente?",
    standingHint:
      "Si fijó con su bróker, banco o plan una regla para todas las votaciones, revise de todos modos esta boleta.",
    standings: { yes: "Sí", no: "No", unsure: "No lo sé" },

    custody: "¿Dónde están?",
    custodies: {
      broker: byJurisdiction("Con un custodio o bróker en {los Estados Unidos|el país de la empresa}"),
      foreign_broker: "Con un custodio o bróker en otro país",
      registered: "A nombre de la institución, con el agente de transferencias",
      unsure: "No lo sé, o de varias formas",
    },

    intention: "¿Cómo piensa votar?",
    intentionOfInstitution: "¿Cómo piensa votar la institución?",
    intentionHint: (company) =>
      `En general, sobre propuestas que piden a ${company} lo que pide esta campaña.`,
    intentionInGeneral: "Sobre otras propuestas de este tipo",
    intentionItemsHint: "Puede cambiarlo hasta la votación.",
    intentions: { for: "A favor", against: "En contra", abstain: "Abstención", undecided: "Sin decidir" },
    item: (number, title) => (number === null ? title : `Punto ${number}: ${title}`),
    itemStates: {
      proposed: "Propuesto, aún no presentado.",
      filed: "Presentado, aún no se somete a votación: la empresa puede dejarlo fuera.",
      challenged: "Presentado e impugnado por la empresa: puede no llegar a votarse.",
      excluded: "Excluido de la votación.",
      withdrawn: "Retirado.",
      on_ballot: "Se somete a votación.",
      voted: "Votado.",
    },
    board: (recommendation) => `El consejo de administración recomienda “${recommendation}”.`,
    campaign: (recommendation) => `Esta campaña recomienda “${recommendation}”.`,
    notVerified: "Sin verificar con la declaración informativa (proxy statement).",

    willing: "¿Haría algo más?",
    willings: (company) => ({
      cofile: "Presentar una propuesta junto con otros accionistas",
      ask_question: "Hacer una pregunta en la junta",
      attend: "Asistir a la junta",
      write_ir: `Escribir a relaciones con inversionistas de ${company}`,
      media: "Hablar con periodistas",
    }),

    more: "Agregar más (opcional)",
    comment: "Comentario",
    commentHint: "Rechazamos un texto con un número largo y no lo guardamos.",

    displayHint: "Si elige aparecer, los totales públicos muestran sus iniciales o su nombre, y su país.",
    displayMore: (company) =>
      `Nunca muestran sus acciones ni su voto. Puede ocultarlos cuando quiera. Si trabaja para ${company} o un proveedor, su empleador sabrá que hizo este compromiso.`,

    agree: "Lo que usted acepta",
    attestBy: "Al presionar el botón, usted declara:",
    attest:
      "Estas acciones son mías, o yo decido cómo se vota con ellas. Declaro lo que pienso hacer, y voto yo.",
    attestPlan:
      "Estas acciones son mías, en un plan con fiduciario. Declaro lo que pienso hacer, y yo le indico al fiduciario cómo votar.",
    attestFund: (company) =>
      `Tengo acciones de ${company} a través de un fondo. Sé que vota el fondo, y pienso elegir su política de voto o escribir a su administradora.`,
    attestInstitution:
      "Decido, por mi cuenta o con otras personas, cómo se vota con estas acciones. Aquí se declara lo que se piensa hacer, sin condiciones, y la institución vota por sí misma.",
    consentPledge:
      "Pueden guardar este compromiso, con el número de acciones cifrado, y contarlo. Puede revelar mis ideas políticas.",
    consentPledgeFund: "Pueden guardar esto y contarlo. Puede revelar mis ideas políticas.",
    consentUpdates: "Envíenme novedades de esta campaña.",
    consentContact: "La organización puede escribirme para presentar una propuesta con otros.",

    button: "Confirmar cómo votaré",
    buttonFund: "Actuar a través de mi fondo",
    buttonInstitution: "Confirmar cómo votará la institución",
    buttonEdit: "Guardar como mi compromiso",

    next: {
      heading: "Su boleta y nuestros recordatorios",
      mail: "Le enviamos un correo. Confirme ahí y su compromiso contará.",
      known: "Su compromiso cuenta desde ahora mismo. Le enviamos un comprobante.",
      knownDelayed:
        "Su compromiso cuenta desde ahora mismo. Nuestros correos se retrasan hoy, así que su comprobante llega más tarde.",
      reminders: {
        recordDate:
          "Se lo recordamos antes de la fecha de registro, cuando se abre la votación y en sus últimos días,",
        opening: "Se lo recordamos cuando se abre la votación y en sus últimos días,",
        vote: "Le recordamos que vote,",
      },
      remindersDated: "cada vez con un archivo de calendario. Después le preguntamos una vez si votó.",
      remindersUndated:
        "cuando las fechas se conozcan y se comprueben. Después le preguntamos una vez si votó.",
      lastVoteCounts: "Puede cambiar su voto hasta que termine la votación: cuenta el último.",
      edits: "Reemplaza su compromiso anterior.",
      privacy:
        "Sin cookies ni rastreadores. Si no lo confirma, su compromiso se borra 7 días después de nuestro correo.",
      privacyLink: "Toda la información sobre privacidad",
    },
  },

  fund: {
    explain: (company) =>
      `La administradora del fondo vota con sus acciones de ${company}. Usted no recibe boleta, así que no pedimos ningún número y contamos aparte a quienes tienen fondos.`,
    programs: {
      heading: "Administradoras que dejan elegir",
      covers: {
        vanguard: "Investor Choice: 15 fondos en 2026, entre ellos el 500 Index Fund y VOO.",
        blackrock: "Voting Choice: para IVV.",
        "state-street": "Se puede elegir desde 2023.",
        schwab: "Pregunta por encuesta a quienes tienen sus fondos.",
      },
      trust: {
        verified: (date) => `Al ${date}.`,
        stale: (date) => `Al ${date}; puede haber cambiado.`,
        unverified: (date) => `Al ${date}. Sin verificar: pregunte a la administradora.`,
      },
      source: "Fuente",
      policyOnly:
        "Usted elige una política para todos los votos, nunca el voto sobre un punto. Búsquela en su cuenta.",
    },
    write:
      "Cuando confirme, recibe una carta a la administradora con los nombres ya escritos, para enviarla por correo, copiarla o imprimirla.",
    manager: "¿Quién administra el fondo?",
    managerHint: "Está en el nombre del fondo o en su estado de cuenta.",
    otherManager: "Otra, o no lo sé",
    managerName: "Nombre de otra administradora",
    managerNameHint: "No ponga el nombre del plan de su trabajo: revela para quién trabaja.",
    yourName: "Su nombre",
    letterLabel: "La carta",
    letter: {
      to: (manager) =>
        manager ? `A la atención de ${manager}:` : "A quienes votan con las acciones del fondo:",
      holds: (company) => `Tengo un fondo de ustedes que posee acciones de ${company}.`,
      campaign: (title, demand) => `Apoyo la campaña “${title}”: “${demand}”`,
      support: (company) =>
        `Les pido que apoyen las propuestas de accionistas en ${company} que pidan esto, o un informe al respecto.`,
      ask: (company) => `¿Cómo votaron sus fondos sobre tales propuestas en ${company}, y por qué?`,
      asked: (what, when) => `¿Cómo votaron sus fondos sobre ${what} ${when}, y por qué?`,
      numbers: (numbers, count) =>
        icu("{count, plural, one {el punto} other {los puntos}} {numbers}", { numbers, count }),
      on: (date) => `el ${date}`,
      at: (company, year) => `en la junta anual de ${company} de ${year}`,
      items: (list) => `Como referencia: ${list}.`,
      item: (number, title) => `punto ${number}, “${title}”`,
      npx: (date) =>
        `Los fondos de los Estados Unidos deben informar de cada voto en el Formulario N-PX, de este a más tardar el ${date}. Por eso les pido que me digan sobre todo por qué.`,
      policy:
        "Les ruego que me digan también si puedo elegir la política con la que se vota con las acciones que corresponden a mi parte.",
    },
    closing: "Atentamente,",
    subject: (company) => `Cómo votan sus fondos con las acciones de ${company}`,
    own: {
      heading: "Su carta a la administradora del fondo",
      text: "Envíela por correo electrónico o postal, y cambie lo que quiera. El sitio de la administradora dice adónde: busque “contacto” o “stewardship”.",
      mail: "Abrirla en mi programa de correo",
      print: "Imprimir la carta",
      printHint: "Si imprime esta página, en la hoja sale solo la carta.",
    },
  },

  atWork: {
    heading: (company) => `Si trabaja en ${company}`,
    text: (company) =>
      `Use su propio dispositivo y una dirección de correo privada, y no muestre su nombre. No damos a ${company} los nombres de quienes hacen un compromiso. Si muestra el suyo, su empleador sabrá que lo hizo; vale también para los proveedores.`,
  },

  institution: {
    notice: byJurisdiction(
      "{Una institución con más de 5 millones de dólares en acciones de la empresa que apoye una propuesta por escrito debe presentar un aviso a los tres días del primer uso (Regla 14a-6(g)).}",
    ),
    name: "Escriba el nombre de la institución si puede nombrarse; si no, el de usted, sin su empleador.",
  },

  notOpen: {
    heading: "Todavía no se reciben compromisos",
    text: "Antes de pedir compromisos, esta página debe decir quién los pide. Aún falta:",
  },
  closed: {
    heading: "Esta campaña está cerrada",
    text: "Ya no recibe compromisos. Los confirmados siguen contando.",
  },
  noMeeting: {
    heading: "Todavía no hay ninguna junta",
    text: (company) =>
      `La próxima junta de ${company} está por anunciarse. Aquí podrá decir cómo votará cuando se anuncie.`,
    link: "Hasta entonces: lea el caso y firme la petición",
  },
  over: {
    title: (year) => `La votación de la junta de ${year} terminó`,
    text: "Esta página ya no recibe compromisos para ella. Si nos dijo cómo votaría, díganos si votó.",
    form: "Escriba la dirección con la que nos lo dijo. Si guardamos algo sobre ella, le enviamos un enlace a su página.",
    known: "Díganos si votó.",
    knownButton: "Decir si voté",
    notPledged: "No hizo ningún compromiso para ella. No hay nada que hacer.",
  },
  told: {
    title: "Ya nos dijo cómo votó",
    text: "Por eso su compromiso ya no puede cambiarse. Aún puede corregir su respuesta.",
    button: "Corregir mi respuesta",
    withdraw: "Todavía puede retirar el compromiso.",
    manage: "Recibir el enlace a mi página",
  },

  known: {
    title: "Cambie cómo votará",
    note: "No reenvíe este enlace: quien lo tenga puede hacer un compromiso en su nombre.",
    expiredTitle: "Este enlace venció",
    goneTitle: "Este enlace no funciona",
    goneText: "Está incompleto, o se borraron sus datos.",
    fresh: "Escriba su dirección. Si guardamos algo sobre ella, le enviamos un enlace nuevo a su página.",
    pledgeAgain: "O haga un compromiso nuevo",
    notStoredTitle: "Este compromiso no se guardó",
    notStored:
      "Ya hay un compromiso con este nombre, y este enlace no lo puede cambiar. Le escribimos a quien lo hizo.",
  },

  summary: (count) =>
    icu(
      "Su compromiso aún no se ha registrado: hay que cambiar {count, plural, one {una cosa} other {{spelled} cosas}}",
      { count, spelled: spelled(count) },
    ),

  errors: {
    "name-missing": "Escriba su nombre",
    "name-numbers": "Quite el número largo del nombre. No se guardó",
    "way-missing": "Elija cómo tiene sus acciones. “No lo sé” también es una respuesta",
    "holding-form-missing": "Elija dónde están las acciones",
    "kind-missing": "Elija cómo tiene sus acciones",
    "shares-unclear":
      "Escriba las acciones con un número como 120 o un rango como 100-999, o déjelo en blanco",
    "shares-range":
      "Escriba un número exacto, o uno de estos rangos: 1-9, 10-99, 100-999, 1,000-9,999, 10,000-99,999 o 100,000-10,000,000",
    "shares-none": "Escriba un número mayor que cero",
    "month-shape": "Escriba el año y el mes como 2021-05, o déjelo en blanco",
    "month-early": "Escriba un mes a partir de marzo de 1986",
    "month-future": "Escriba un mes que no sea futuro",
    "month-or-tenure": "Escriba el mes o elija un tiempo aproximado, no ambos",
    "tenure-unknown": "Elija un tiempo de la lista",
    "flag-unknown": "Elija una cuenta de la lista",
    "record-date-unknown": "Elija sí, no o no lo sé",
    "record-date-missing": "Diga si las tenía en la fecha de registro. “No lo sé” también es una respuesta",
    "standing-unknown": "Elija sí, no o no lo sé",
    "intention-unknown": "Elija una de las cuatro",
    "willing-unknown": "Elija en la lista qué más haría",
    "consent-pledge-missing": "Marque “Pueden guardar …”: sin esa casilla no podemos guardar su compromiso",
    "manager-unknown": "Elija una administradora de la lista",
    "manager-long": "Acorte el nombre de la administradora a 100 caracteres",
    "manager-name": "Escriba el nombre de la administradora en una sola línea, o déjelo en blanco",
    "manager-plan":
      "Escriba el nombre de la administradora, no el del plan de su trabajo: revela para quién trabaja. No se guardó",
    "fund-no-shares":
      "Quienes tienen fondos no dan número de acciones: el fondo tiene los votos. Envíelo sin él",
    "fund-no-items": "Quienes tienen fondos no votan los puntos: vota el fondo. Envíelo sin ellos",
    "comment-numbers":
      "Quite el número largo del comentario. No se guardó. Escriba el número de una boleta solo en la página de su bróker",
  },
} satisfies Translation<Words["pledge"]>;
