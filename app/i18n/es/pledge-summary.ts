import { byJurisdiction } from "../by-jurisdiction.ts";
import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

const conjunction = new Intl.ListFormat("es", { type: "conjunction" });
const listed = (items: readonly string[]) => conjunction.format(items);
const lastDays =
  "Le escribiremos de nuevo 14 días, 3 días y 1 día antes de que termine, el día de la junta y una vez después. Los recordatorios se programan cuando las fechas se conocen y se comprueban.";
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export default {
  told: {
    meeting: "Junta",
    meetingOf: (company, year) => `la junta anual de ${company} de ${year}`,
    meetingOn: (company, date) => `junta anual de ${company}, el ${date}`,
    meetingUndated: (company, year) => `junta anual de ${company} de ${year}; aún no conocemos su fecha`,
    unchecked: "(por confirmar)",
    as: "Su compromiso",
    kinds: {
      direct: "con acciones propias",
      fund: "como inversionista de un fondo, sin voto: se cuenta aparte y nunca se suma a las acciones",
      institution: "por una institución que invierte para otros",
    },
    heldAs: "Las tiene",
    holdingForms: {
      broker: "a través de un bróker",
      registered: "a su propio nombre, con el agente de transferencias",
      employee_plan: "en un plan con fiduciario",
      ira_brokerage: "en una cuenta de jubilación con un bróker",
      foreign_broker: byJurisdiction("a través de un bróker {fuera de los Estados Unidos|en otro país}"),
      unsure: "no sabe cómo",
    },
    manager: "Administradora del fondo",
    shares: "Cantidad",
    sharesInMail: "la que usted indicó; véala en su página, pues no la ponemos en los correos",
    sharesNone: "ninguna: quienes tienen fondos no indican cantidad",
    number: (shares, count) =>
      icu("{count, plural, one {{shares} acción} other {{shares} acciones}}", { shares, count }),
    sharesNotSaid: "prefiere no decirlo",
    range: (from, to) => `entre ${from} y ${to} acciones`,
    heldSince: "Las tiene desde",
    tenures: {
      under_1_year: "hace menos de un año",
      "1_to_2_years": "hace entre uno y dos años",
      "2_to_3_years": "hace entre dos y tres años",
      "3_years_or_more": "hace tres años o más",
      unsure: "no lo sabe",
    },
    account: "Cuenta",
    accountFlags: {
      cash: "una cuenta de efectivo",
      margin: "una cuenta de margen",
      lending: "las acciones pueden estar prestadas",
      unsure: "no lo sabe",
    },
    onRecordDate: "En la fecha de registro",
    recordDateHoldings: {
      yes: "las tenía",
      no: "no las tenía",
      unsure: "no lo sabe",
      not_applicable: "no se preguntó",
    },
    standing: "Instrucción de voto permanente",
    standingInstructions: { yes: "sí", no: "no", unsure: "no lo sabe" },
    intend: "Intención de voto",
    intentions: { for: "a favor", against: "en contra", abstain: "abstención", undecided: "sin decidir" },
    wish: "Preferencia de voto",
    wishes: {
      for: "que el fondo vote a favor",
      against: "que el fondo vote en contra",
      abstain: "que el fondo se abstenga",
      undecided: "sin decidir",
    },
    intends: ({ item, intention }) => `${item ?? "Sobre propuestas como estas"}: ${intention}`,
    intendNothing: "no indicada",
    item: (number, title) => (number === null ? title : `Punto ${number}, ${title}`),
    willing: "Además",
    willingnesses: {
      cofile: "presentaría una propuesta con otros accionistas",
      attend: "asistiría a la junta",
      ask_question: "haría allí una pregunta",
      write_ir: "escribiría a relaciones con inversionistas",
      media: "hablaría con la prensa",
    },
    listed,
    comment: "Comentario",
    shownAs: "En este sitio",
    displays: {
      anonymous: "no se muestra; su compromiso se cuenta",
      initials: "sus iniciales",
      public: "su nombre",
    },
    agreedTo: "Usted aceptó",
    agreed: ({ updates, contactCofile }) => {
      const agreed = [
        "que guardemos y contemos su compromiso",
        ...(updates ? ["novedades por correo"] : []),
        ...(contactCofile ? ["que le escribamos para presentar una propuesta con otros"] : []),
      ];
      return `${agreed.join("; ")}. La empresa no recibe su nombre.`;
    },
  },

  reminders: {
    kinds: {
      "record-date-21": "21 días antes de la fecha de registro",
      "record-date-5": "5 días antes de la fecha de registro",
      "ballot-open": "cuando se abre la votación",
      "vote-by-14": "14 días antes de que termine la votación",
      "vote-by-3": "3 días antes de que termine la votación",
      "vote-by-1": "el día antes de que termine la votación",
      "vote-tomorrow": "un recordatorio que pidió usted",
      "meeting-day": "el día de la junta",
      outcome: "el día después de la junta, para preguntar si votó",
      "tier-unlocks": "cuando quizá pueda presentar una propuesta por primera vez",
      "proposal-deadline-60": "60 días antes del plazo de las propuestas",
      "proposal-deadline-30": "30 días antes del plazo de las propuestas",
      "fund-letter-14": "dos semanas después de su compromiso, para preguntar por su carta",
      "fund-letter-outcome": "el día después de la junta, para preguntar por su carta",
    },
    states: {
      scheduled: (date) => `previsto para el ${date}`,
      queued: (date) => `enviado el ${date}`,
      cancelled: () => "cancelado",
      missed: () => "omitido, porque llegaría demasiado tarde",
    },
    line: (kind, state) => `${sentence(kind)}: ${state}`,
    none: "Ninguno por ahora. Los programaremos cuando se conozcan las fechas de la junta.",
    noneForFund:
      "Ninguno por ahora. Preguntaremos una vez por su carta después de la junta, cuando se conozca su fecha.",
    stopped: "Ninguno: usted los detuvo.",
    told: "Ninguno: usted ya nos dijo cómo terminó.",
    notHeld:
      "Ninguno para votar esta vez: nos dijo que no tenía acciones en la fecha de registro, así que no puede votar con ellas en esta junta.",
    over: "Ninguno: la votación de esta junta terminó.",
    noneLeft: "No quedan más antes de esta junta.",
    ended: "Ninguno: el compromiso no está activo.",
  },

  confirm: {
    title: "Confirme su compromiso",
    eyebrow: "Su compromiso de voto",
    filledIn: (date) => `Este es su compromiso del ${date}. Si es correcto, confírmelo abajo.`,
    button: "Confirmar mi compromiso",
    what: "Entonces su compromiso cuenta y le enviamos un enlace para verlo, cambiarlo o retirarlo. No es vinculante.",
    replaces: "Reemplaza su compromiso anterior para esta junta.",
    notMe: "¿No fue usted?",
    notMeText:
      "Alguien escribió su dirección en nuestro formulario. Cierre esta página: siete días después de nuestro correo se borra lo escrito y no cuenta. O bórrelo ahora y no reciba nunca más un correo nuestro.",
    neverButton: "Borrarlo y no escribirme nunca más",
    sharesUnreadable: "guardado, pero por un error nuestro no se puede ver en este momento",
    lateTitle: "La votación de esta junta terminó",
    lateText:
      "Este compromiso no se confirmó antes del fin de la votación, así que no cuenta. Se borra siete días después de nuestro correo. No tiene que hacer nada.",
    neverWithdrawn:
      "Su compromiso confirmado queda retirado y ya no cuenta. Se borran su cantidad de acciones y su comentario. Se conservan su nombre, su dirección, las demás respuestas y la hora de cada paso. Para borrarlo todo, escriba a la organización. Los enlaces de nuestros correos ya no abren su página. Para cumplirlo guardamos un código hecho con su dirección, del que no se puede deducir la dirección.",
    doneTitle: "Su compromiso ya está confirmado",
    doneText: "Ya cuenta. No tiene que hacer nada más.",
    reviewTitle: "Su compromiso está en revisión",
    reviewText:
      "Está confirmado. Los compromisos de más de 10 millones de acciones cuentan cuando la organización los revisa.",
    refusedTitle: "Su compromiso no fue aceptado",
    refusedText:
      "La organización lo revisó porque es de más de 10 millones de acciones y no lo aceptó, así que no cuenta. Si es un error, escriba a la campaña.",
    withdrawnTitle: "Su compromiso fue retirado",
    withdrawnText: "Ya no cuenta. Si cambia de opinión, puede hacer otro compromiso.",
    supersededTitle: "Reemplazado por un compromiso más reciente",
    supersededText: "Usted confirmó otro compromiso después; ese es el que cuenta.",
    toldTitle: "Usted ya nos dijo cómo votó",
    toldText:
      "Por eso su compromiso queda como está y este cambio no se hizo. En su página puede corregir su respuesta o retirar el compromiso.",
    expiredTitle: "Este enlace venció",
    expiredText:
      "Los compromisos sin confirmar se borran siete días después de nuestro correo. Llene el formulario de nuevo.",
    goneTitle: "No hay nada que confirmar aquí",
    goneText:
      "Si después confirmó otro compromiso, cuenta ese. Si el enlace está incompleto, copie la dirección completa del correo. Si esos datos ya se borraron, llene el formulario de nuevo.",
    toForm: "Abrir el formulario para accionistas",
  },

  thanks: {
    title: "Su compromiso cuenta",
    titleInReview: "Su compromiso está en revisión",
    inReview:
      "Los compromisos de más de 10 millones de acciones cuentan cuando la organización los revisa. Su página lo mostrará; no tiene que hacer nada.",
    expiredTitle: "Gracias por su compromiso",
    expiredText: "Su comprobante está en su correo, con el enlace para cambiar o retirar su compromiso.",
    nextHeading: "Qué pasa después",
    ballot: "Usted vota con sus acciones, con la boleta que le llega.",
    trustee:
      "Usted le indica al fiduciario de su plan cómo votar, y el fiduciario vota así con las acciones del plan. Su plazo termina antes que el de un bróker: busque primero su mensaje.",
    next: "Le escribiremos cuando haya que actuar, con los pasos según cómo tiene sus acciones:",
    nextUndated: {
      recordDate: `Le recordaremos antes de la fecha de registro y cuando se abra la votación. ${lastDays}`,
      opening: `Le recordaremos cuando se abra la votación. ${lastDays}`,
      vote: "Le recordaremos que vote cuando las fechas de esta junta se conozcan y se comprueben. Después de ella le preguntaremos una vez si votó.",
    },
    nextInReview: "Programaremos recordatorios cuando su compromiso cuente.",
    nextStopped: "Usted detuvo los recordatorios, así que no enviaremos ninguno.",
    nextTold: "Ya nos dijo si votó, así que no le recordaremos votar.",
    nextOver: "La votación terminó, así que no le recordaremos votar.",
    nextNotHeld:
      "Nos dijo que no tenía sus acciones en la fecha de registro, así que no puede votar con ellas en esta junta. Esta vez no le recordaremos votar. Su compromiso se conserva como lo hizo.",
    nextNone: "No quedan recordatorios antes de esta junta.",
    nextFund: (meeting) =>
      `Quienes tienen fondos no reciben boleta para ${meeting}. Puede elegir una política de voto, si la administradora de su fondo la ofrece, o escribirle. Su compromiso se cuenta aparte y nunca se suma a las acciones.`,
    fundAsks: {
      both: "Le escribiremos dos veces sobre su carta.",
      first:
        "Le escribiremos dos veces sobre su carta. La segunda, después de la junta, cuando se conozca su fecha.",
      last: "Le escribiremos una vez sobre su carta.",
    },
    changeHeading: "Cambiarlo o retirarlo",
    changeText: "Un cambio crea una versión nueva, que reemplaza la anterior.",
    changeLink: "Cambiar mi compromiso",
    changeInEmail: "El enlace para cambiarlo está en su correo.",
    withdrawText: "El enlace para retirarlo está en su correo.",
    shareHeading: "Cuénteselo a otro accionista",
    shareHeadingFund: "Cuénteselo a alguien más que ahorra en un fondo",
    coFileHeading: "Quiere presentar una propuesta",
    coFileText:
      "Cada accionista cumple los requisitos por sí solo. Vea cuándo podría cumplirlos y qué preparar.",
    coFileLink: "¿Puedo presentar una propuesta?",
  },

  manage: {
    heading: (company, year) => `Su compromiso para la junta anual de ${company} de ${year}`,
    unreadable:
      "Por un error nuestro no se puede ver su compromiso en este momento. Quedó registrado y no se pierde nada. Todo lo demás de esta página funciona, incluso borrar.",
    campaign: "Campaña",
    state: "Estado",
    version: (version) => `versión ${version}`,
    states: {
      email_pending: "espera su confirmación",
      active: "contado",
      flagged: "en revisión, aún no cuenta",
      notAccepted: "no aceptado por la organización, no cuenta",
      withdrawn: "retirado, no cuenta",
      superseded: "reemplazado por una versión más reciente",
    },
    pledgedOn: "Hecho",
    pledged: (date, version) => `${date}, con la versión ${version} de los avisos`,
    confirmedOn: "Confirmado",
    sharesWiped: "borrado cuando terminó el compromiso",
    sharesUnreadable: "guardado, pero por un error nuestro no se puede ver en este momento",
    verification: "Verificado",
    verifications: {
      self_reported: "nada; es lo que usted nos dijo",
      email_confirmed: "su correo; el número de acciones es el que usted nos dijo",
      document_checked: (date) => `documentos que mostró el ${date}; no guardamos ninguno`,
      broker_letter: (date) => `una carta de su bróker que mostró el ${date}; no guardamos copia`,
    },
    outcome: "Después de la junta",
    outcomes: {
      unknown: "Aún no nos ha dicho si votó.",
      voted: "votó",
      voted_as_pledged: "votó como dijo",
      voted_otherwise: "votó de otro modo",
      did_not_vote: "no votó",
    },
    outcomeTold: (outcome, date) => `${outcome}, según nos dijo el ${date}`,
    letter: "Su carta",
    fundOutcomes: {
      unknown: "Aún no nos ha dicho qué pasó.",
      supports: "enviada; la administradora apoya estas propuestas",
      declines: "enviada; la administradora dice que no",
      no_position: "enviada; la administradora no dice cómo vota",
      no_answer: "enviada; sin respuesta por ahora",
      policy: "eligió una política de voto",
      not_yet: "aún sin enviar",
      not_sent: "no la va a enviar",
    },
    letterLink: "Abrir su carta y decirnos qué pasó",
    outcomeLink: "Decirnos si votó",
    outcomeChange: "Cambiar la respuesta",
    confirmLink: "Revisar y confirmar este compromiso",
    changeLink: "Editar su compromiso",
    changeText: "abre el formulario con sus respuestas; al guardar se crea una versión nueva.",
    againLink: "Hacer otro compromiso",
    againText: "abre el formulario sin volver a pedir su nombre y correo.",
    hideHeading: "Cómo aparece",
    hideText: "Quita sus iniciales o su nombre de este sitio en un minuto. Su compromiso sigue contando.",
    hideButton: "Ocultar mi nombre",
    consentsHeading: "Sus opciones",
    consentsButton: "Guardar opciones",
    remindersHeading: "Recordatorios",
    stopText: "Detiene todos los recordatorios de este compromiso. Su compromiso sigue contando.",
    stopButton: "Detener recordatorios",
    withdrawHeading: "Retirar su compromiso",
    withdrawText:
      "Lo quita al momento de todos los totales, borra su cantidad de acciones y detiene los recordatorios.",
    withdrawButton: "Retirar mi compromiso",
    looksHeading: "Quién vio su cantidad de acciones",
    looksNone:
      "Nadie hasta ahora. Quienes tienen ese permiso en la organización pueden verla o exportarla con la lista; cada vez se registra y se muestra aquí.",
    look: { look: (by, at) => `${at}: ${by}`, export: (by, at) => `${at}: exportada por ${by}` },
    lookByOperator: "el operador de este sitio",
    lookByGone: "alguien que ya no está en la organización",
    saved: {
      "hide-pledge": "Su nombre está oculto.",
      "withdraw-pledge": "Su compromiso está retirado y ya no cuenta.",
      "stop-reminders": "Recordatorios detenidos. Su compromiso sigue contando.",
      "pledge-consents": "Opciones guardadas.",
    },
  },

  voted: {
    title: "¿Votó?",
    intro: (meeting) => `Usted nos dijo cómo votaría en ${meeting}. Díganos cómo votó:`,
    voted: "Voté",
    voted_as_pledged: "Voté como dije",
    voted_otherwise: "Voté de otro modo",
    did_not_vote: "No voté",
    early: (ends) =>
      `La votación puede seguir abierta. Díganos cuando haya votado y no habrá más recordatorios. Si no vota, díganoslo al terminar la votación${ends ? `, después del ${ends}` : ""}, con este mismo enlace.`,
    use: "Su respuesta nos muestra cuántas de las personas que hicieron un compromiso votan de verdad y cómo mejorar nuestras instrucciones. Se cuenta sin su nombre.",
    told: (answer, date) => `El ${date} nos dijo: ${answer}. Puede cambiarlo aquí.`,
    thanksTitle: "Gracias por contarnos",
    thanks: {
      voted: "Gracias por votar. Usted cuenta.",
      voted_as_pledged: "Gracias por votar como dijo. Usted cuenta.",
      voted_otherwise:
        "La decisión es suya. Gracias: todas las respuestas hacen que las cifras sean ciertas.",
      did_not_vote: "Es útil saberlo: muestra dónde votar es demasiado difícil.",
    },
    tomorrowTitle: "Se lo recordaremos",
    tomorrow: {
      scheduled: (date) => `Un correo, la mañana del ${date}.`,
      already: (date) => `Ya lo había pedido: un correo, la mañana del ${date}.`,
      "too-late": () => "La votación termina antes de mañana por la mañana. Vote ahora, por favor.",
      "not-reminded": () => "Este compromiso no recibe recordatorios para votar.",
    },
    changeText: "¿Eligió la respuesta equivocada? Use el mismo enlace para cambiarla.",
    changeLink: "Cambiar mi respuesta",
    noMore: "No le recordaremos más votar en esta junta.",
    tooEarlyTitle: "Es demasiado pronto para responder",
    tooEarly: (meeting) =>
      `Todavía no se puede votar en ${meeting}. Este enlace funcionará cuando la votación pueda estar abierta.`,
    notAskedTitle: "Esta vez no hace falta responder",
    notAsked: (meeting) =>
      `Nos dijo que no tenía sus acciones en la fecha de registro de ${meeting}, así que allí no puede votar con ellas.`,
    notAskedChange: "Si no es así, cambie primero su compromiso.",
    goneTitle: "Este enlace no funciona",
    gone: "Está incompleto o es demasiado antiguo, o el compromiso se retiró o se borró. No se cambió nada.",
    errorTitle: "No se guardó",
    errors: {
      unclear: "Elija una de las respuestas",
      "too-early": "Si no vota, díganoslo cuando termine la votación",
    },
    totals: "Cómo dicen los accionistas que votarán, hasta ahora",
  },

  fundLetter: {
    title: "¿Envió su carta?",
    intro: (meeting, manager) =>
      `Usted se comprometió para ${meeting} a elegir una política de voto o a escribir a ${manager ?? "la administradora de su fondo"}. ¿Qué pasó?`,
    answers: {
      supports: "La envié. Apoyan estas propuestas",
      declines: "La envié. Dicen que no",
      no_position: "La envié. No dicen cómo votan",
      no_answer: "La envié. Sin respuesta por ahora",
      policy: "Elegí una política de voto",
      not_yet: "Aún no la he enviado",
      not_sent: "No la voy a enviar",
    },
    use: "Contamos las respuestas tal como nos las dan, aparte de acciones y votos, sin nombres.",
    thanks: {
      supports: "Gracias por preguntarles. Apoyan estas propuestas.",
      declines: "Gracias. Ahora saben qué quiere una de las personas que invierten en sus fondos.",
      no_position: "Gracias. No dicen cómo votan; puede preguntar otra vez.",
      no_answer: "Gracias. Cuando llegue una respuesta, díganoslo con el mismo enlace.",
      policy: "Gracias. Es una de las dos cosas a las que se comprometió.",
      not_yet: "Su carta está abajo, lista para enviar.",
      not_sent: "No preguntaremos más. Su compromiso cuenta hasta que lo retire.",
    },
  },

  stop: {
    title: "Detener los recordatorios de su compromiso",
    ask: (meeting) => `Le escribimos qué hacer antes de ${meeting}. Aquí puede detener estos recordatorios.`,
    button: "Detener recordatorios",
    nothingElse: "Su compromiso sigue contando, y le siguen llegando las novedades que pidió.",
    doneTitle: "Recordatorios detenidos",
    done: "No le enviaremos más recordatorios de este compromiso. Alguno ya en camino puede llegar todavía.",
    doneElse: "Su compromiso sigue contando, y le siguen llegando las novedades que pidió.",
  },
} satisfies Translation<Words["pledgeSummary"]>;
