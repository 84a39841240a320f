/**
 * Word classes of the Spanish rules, each with the criterion for what belongs in it. Without accents. A verb
 * is listed once: its infinitive, and after a colon the stem of its stressed forms where that differs
 * (`colgar:cuelg`). `conjugate` makes the rest, for tú, vos, usted, vosotros and ustedes, and with attached
 * pronouns.
 */

/** Kills or maims. */
const matar = `
  matar asesinar disparar apunalar estrangular degollar:deguell linchar ahorcar colgar:cuelg quemar ejecutar
  violar envenenar torturar balear balacear fusilar acuchillar rajar quebrar:quiebr acribillar descuartizar
  destripar ahogar decapitar guillotinar empalar masacrar aniquilar exterminar apalear tirotear ametrallar
  desollar:desuell desangrar achicharrar calcinar navajear machetear liquidar ajusticiar secuestrar mutilar
  castrar crucificar asfixiar despellejar lapidar picar madrear reventar:revient boletear apedrear picanear
  escabechar faenar desnucar
`;

/** Hurts a person, but is also said of arguments and trade. */
const danar = `
  golpear lastimar herir:hier danar destruir:destruy destrozar atacar aplastar machacar patear eliminar cazar
  romper partir desaparecer:desaparezc agarrar moler:muel despedazar joder fajar arrastrar enterrar:entierr
  sepultar
`;

/** Done to a place where people are. */
const incendiar = `
  quemar incendiar bombardear volar:vuel reventar:revient dinamitar balacear balear tirotear explotar detonar
  prender:prend arrasar calcinar ametrallar destruir:destruy destrozar saquear demoler:demuel apedrear atacar
  derribar
`;

const pronouns = [
  "te",
  "lo",
  "la",
  "los",
  "las",
  "le",
  "les",
  "os",
  "telo",
  "selo",
  "sela",
  "selos",
  "telos",
];

function conjugate(list: string) {
  const forms = {
    inf: [] as string[],
    infClitic: [] as string[],
    first: [] as string[],
    future: [] as string[],
    subjunctive: [] as string[],
    order: [] as string[],
    orderClitic: [] as string[],
    past: [] as string[],
    gerund: [] as string[],
    participle: [] as string[],
    third: [] as string[],
  };
  for (const entry of list.trim().split(/\s+/)) {
    const [infinitive = "", odd] = entry.split(":");
    const stem = infinitive.slice(0, -2);
    const kind = infinitive.slice(-2);
    const soft = (text: string) => text.replace(/c$/, "qu").replace(/g$/, "gu").replace(/z$/, "c");
    const strong = odd ?? stem;
    // The vowel of the subjunctive, and how the consonant before it is spelled then.
    const [a, e] = kind === "ar" ? ["a", "e"] : ["e", "a"];
    const root = (text: string) => (kind === "ar" ? soft(text) : text);
    const clitics = (base: string) => pronouns.map((pronoun) => base + pronoun);
    forms.inf.push(infinitive);
    forms.infClitic.push(...clitics(infinitive));
    forms.gerund.push(
      stem + (kind === "ar" ? "ando" : "iendo"),
      ...clitics(stem + (kind === "ar" ? "ando" : "iendo")),
    );
    const plural = kind === "ir" ? "imos" : `${a}mos`;
    forms.first.push(`${strong}o`, stem + plural);
    forms.future.push(`${infinitive}e`, `${infinitive}emos`, `${infinitive}ia`, `${infinitive}iamos`);
    const subjunctive = root(strong);
    const ours = root(kind === "ar" ? stem : strong);
    forms.subjunctive.push(
      `${subjunctive}${e}`,
      `${subjunctive}${e}n`,
      `${subjunctive}${e}s`,
      `${ours}${e}mos`,
    );
    forms.order.push(
      `${subjunctive}${e}`,
      `${subjunctive}${e}n`,
      `${ours}${e}mos`,
      `${stem}${a}d`,
      `${stem}${kind === "ir" ? "i" : a}`,
      `${strong}${a}`,
    );
    for (const base of [
      `${subjunctive}${e}n`,
      `${subjunctive}${e}`,
      `${ours}${e}mos`,
      `${stem}${a}d`,
      `${stem}${a}`,
      `${strong}${a}`,
    ]) {
      forms.orderClitic.push(...clitics(base));
    }
    forms.third.push(`${strong}${a}`, `${strong}${a}n`, `${strong}${a}s`);
    const participle = stem + (kind === "ar" ? "ad" : "id");
    forms.participle.push(`${participle}o`, `${participle}a`, `${participle}os`, `${participle}as`);
    forms.past.push(
      stem + (kind === "ar" ? "ara" : "iera"),
      stem + (kind === "ar" ? "aran" : "ieran"),
      stem + (kind === "ar" ? "ase" : "iese"),
    );
  }
  const joined = Object.entries(forms).map(([name, all]) => [name, all.join(" ")] as const);
  return Object.fromEntries(joined) as Record<keyof typeof forms, string>;
}

const killing = conjugate(matar);
const hurting = conjugate(danar);
const burning = conjugate(incendiar);

export const spanishClasses: Record<string, string> = {
  CLITIC: "te os le les lo los la las se",
  CLITICYOU: "te os les los las le",
  ES_YOU: "ti usted ustedes vosotros vosotras ud uds vos tu",
  GO: "boy bamos voy vamos ire iremos vengo venimos vendre vendremos",
  WANT: `quiero queremos quisiera gustaria encantaria pienso pensamos planeo planeamos debo debemos deberia
    deberiamos tengo tenemos juro juramos prometo prometemos pretendo puedo podemos podria podriamos deseo
    necesito ganas dispuesto dispuestos dispuesta listo listos hare haremos ansio espero jurado prometido`,
  MUST:
    "hay habria deberian deberia deberiamos debemos deben debe tienen tenemos tiene toca urge merecen " +
    "merece mereces mereceis deberias debes tendrian vamos",
  MATAR: killing.inf,
  MATARTE: killing.infClitic,
  MATO: killing.first,
  MATARE: killing.future,
  MATE:
    `${killing.subjunctive} muera mueran mueras muramos murais reviente revienten revientes ardan arda ` +
    "arda pudra pudran",
  MATEN: killing.order,
  MATENLO: killing.orderClitic,
  MATARA: killing.past,
  MATANDO: killing.gerund,
  MATADO: `${killing.participle} muerto muertos muerta muertas`,
  MATA: killing.third,
  HERIR: hurting.inf,
  HERIRTE: hurting.infClitic,
  HERIRE: hurting.future,
  HIERAN: hurting.subjunctive,
  HIERENLO: hurting.orderClitic,
  QUEMAR: burning.inf,
  QUEMARLE: burning.infClitic,
  QUEMO: burning.first,
  QUEMARE: burning.future,
  QUEMEN: `${burning.order} ${burning.subjunctive}`,
  QUEMENLE: burning.orderClitic,
  QUEMADO: burning.participle,
  MORIR:
    "morir morirte morirse moriros arder pudrirse pudrirte sangrar sufrir reventar desaparecer " +
    "desangrarse volar explotar",
  TOOL: `tiro tiros balazo balazos bala balas plomazo plomazos plomo navajazo navajazos cuchillazo punalada
    punaladas machetazo machetazos cuchillo navaja bomba bombas soga balacera plomos paliza golpiza madriza
    tunda putazo putazos chingadazo chingadazos hachazo escopetazo garrotazo garrotazos palazo palazos
    cuchillada cuchilladas pedrada pedradas granada granadas corchazo corchazos tubazo batazo batazos
    trancazos putiza pina pinas trompada trompadas cagada hostia hostias ostia ostias vergazo vergazos
    vergazos`,
  ARMA: `pistola pistolas rifle rifles escopeta escopetas arma armas cuchillo cuchillos navaja machete
    machetes bomba bombas gasolina nafta molotov molotovs explosivos explosivo granada granadas bate bidon
    metralleta fusil fusiles revolver balas bala dinamita mazos mazo palanca palancas cuerno tubos martillo
    martillos tijeras cuete fierro fierros cerillos fosforos encendedor hacha soga cuerda plomo tubo palos
    bates antorchas horca guillotina fogonera chumbo galon`,
  BOMBA: "bomba bombas explosivo explosivos artefacto granada granadas dinamita detonador",
  SU: "su sus tu tus vuestro vuestra vuestros vuestras",
  EL:
    "el la los las un una unos unas al del ese esa esos esas este esta estos estas aquel todo toda todos " +
    "todas cada cualquier <SU> lo algun alguna propio propia propios propias",
  GENTE: `director directora directores directivos directivo jefe jefa jefes presidente ejecutivos ejecutivo
    ejecutiva agentes agente empleados empleado ingenieros ingeniero gerente gerentes trabajadores accionistas
    ceo ceos consejo junta dueno duenos guardia guardias cabrones cabron pendejos pendejo hijos hijueputas
    culeros culero traidores traidor perros perro cerdos cerdo ratas rata cobardes asesinos lame malditos
    desgraciados desgraciado infelices infeliz bastardos bastardo nadella satya gringos gringo ricos gente
    personal secretaria abogado abogados puta putos puto responsables responsable culpables equipo directiva
    mierdas basuras basura patron patrones politicos politico fascistas malnacidos malnacido miserables
    miserable hdp <PARIENTE> criminales vendidos complices`,
  PARIENTE: `familia familias hijo hijos hija hijas mujer esposa esposo marido madre padre padres mama papa
    ninos nino bebe hermano hermanos hermana nietos nieto abuela pareja novia chamacos nenes nena pibes
    gurises seres queridos chicos viejo vieja`,
  CUERPO: `cara cabeza cabezas madre cuello cuellos garganta gargantas pierna piernas pata patas hocico jeta
    crisma huesos hueso dientes ojos ojo sesos tripas lengua manos mano dedos dedo nariz boca corazon brazos
    brazo costillas rodillas rodilla culo orto alma trompa cojones huevos bolas espalda craneo nuca pescuezo
    hija higado entranas sangre pecho frente tatema`,
  LUGAR: `oficina oficinas edificio edificios casa casas sede sedes centro centros campus coche coches carro
    carros auto autos tienda tiendas fabrica servidores servidor instalaciones instalacion puerta puertas
    ventanas vidrios ventana camioneta sala local locales torre almacen planta mansion domicilio corporativo
    cuartel sucursal garaje lugar rancho negocio todo`,
  HOGAR: "casa casas domicilio hogar puerta cama depa departamento colegio escuela barrio calle coche",
  ES_NEG: "no nunca jamas nadie nada ni tampoco sin",
  ES_STOPMID:
    "a de en con por para y o que si no se te le les los las lo la pero cuando como es son era fue voy " +
    "vamos hasta desde sobre contra",
  ES_ABSTRACT: `contrato contratos acuerdo acuerdos programa politica politicas negocio bono relacion
    propuesta plan reputacion imagen carrera suscripcion cuenta acciones ganancias mercado silencio esperanza
    esperanzas sueldo informe proyecto producto productos confianza moral discurso ley presupuesto marca juego
    monopolio`,
  ES_TEMPER: `voto votos votar urnas junta asamblea tribunales tribunal demanda demandas abogados prensa
    accionistas corte juzgado juicio juicios ley legal legalmente medios boicot bolsa mercado cartera bolsillo
    imagen reputacion marca acciones ventas urna argumentos elecciones ganancias justicia denuncia denuncias
    huelga pacificamente contratos contrato publicidad resolucion verdad`,
  ES_OTHERS: `agente agentes hielo migra policia policias guardia guardias el ella ellos ellas gobierno trump
    ice militares soldados hombre alguien quien narcos cartel carteles pandilla pandillas pandilleros maras
    oficiales oficial uniformados sistema`,
  ES_REPORT: `dijo dijeron grito gritaron escribio informo segun amenazo amenazaron publica publico conto
    contaron dice dicen decia decian gritaba gritaban respondio cuenta cuentan relato conto advirtio
    advirtieron amenazaban amenazaba mensaje escribieron llego cancion leyo decir declaro testifico recordo`,
  ES_FEAR:
    "miedo temo tememos teme temen temor temores asusta preocupa terror temia temiamos pesadilla " +
    "pesadillas aterra angustia sueno sone",
  ALGUIEN: "alguien todos uno gente pueblo ustedes nosotros alguno cualquiera",
  OJALA: "ojala espero esperamos deseo deseamos ruego pido quiera quiero sueno rezo ansio deseando gustaria",
  VAS: "bas ban vas vais van va iras ireis iran ira",
  INSULTOFUERTE: `idiota idiotas imbecil imbeciles cabron cabrones gilipollas escoria pendejo pendejos puta
    puto putos malparido malparidos gonorrea tarado tarados pelotudo pelotudos boludo forro forros sorete hdp
    hijueputa hijueputas hijoputa triplehijueputa culero culeros mamon ojete baboso bastardo bastardos cretino
    subnormal conchudo malnacido malnacidos pirobo carechimba careverga carepicha garca`,
  INSULTO: `triplehijueputa carechimba careverga idiota idiotas imbecil imbeciles estupido estupida estupidos
    estupidas cabron cabrones cabrona cabronas gilipollas mierda mierdas basura basuras escoria escorias cerdo
    cerda cerdos cerdas rata ratas parasito parasitos parasita cucaracha cucarachas pendejo pendeja pendejos
    pendejas puta putas puto putos zorra zorras subhumano subhumana subhumanos subhumanas nazi nazis malparido
    malparida malparidos malparidas tarado tarada tarados taradas boludo boluda boludos pelotudo pelotuda
    pelotudos pelotudas forro forros sorete soretes conchudo conchuda conchudos hdp hijueputa hijueputas
    hijoputa perra perras culero culeros culera mamon mamones ojete ojetes pinche baboso babosa babosos
    bastardo bastarda bastardos lacra lacras alimana alimanas gusano gusanos sanguijuela sanguijuelas animal
    animales bestia bestias cretino cretina cretinos tonto tonta tontos subnormal subnormales mongolico
    mongolicos retrasado retrasada retrasados payaso payasos bufon inutil inutiles degenerado degenerada
    degenerados malnacido malnacida malnacidos perro perros vibora viboras buitre buitres mico simio simios
    mono monos burro burra burros asno bruto bruta brutos capullo capullos maricon maricones desgraciado
    desgraciada desgraciados enfermo psicopata psicopatas sociopata lameculos chupamedias garca garcas mugre
    engendro engendros asqueroso asquerosa asquerosos asco infeliz infelices pirobo gonorrea carepicha
    mamarracho mamarrachos zangano cornudo mojon feo fea gordo gorda cerote weon huevon huevones guey zopenco
    parasitas sabandija sabandijas porqueria porquerias inmundicia`,
  ADORNO: `un una unos unas puro pura puros tan muy todos todas maldito maldita malditos malditas asqueroso
    asquerosa asquerosos sucio sucia sucios verdadero verdadera verdaderos completo completa completos gordo
    gorda gordos viejo vieja viejos grandisimo grandisima nada mas que los las el la pobre pobres pinche
    pinches pedazo pedazos de jodido jodida jodidos flor reverendo reverenda gran miserable miserables
    repugnante repugnantes vil viles reputisimo repugnancia tremendo tremenda autentico autentica autenticos
    inutil inutiles mal manga banda bola partida corrupto corrupta corruptos cobarde cobardes bien total
    totales puto puta putos putas vulgar hipocrita mentiroso mentirosa mentirosos ladron ladrona ladrones
    asesino asesina asesinos inmundo inmunda inmundos estupido estupida soberano soberana mera mero simple
    simples saco sacos monton humana humano codicioso podrido podrida podridos solo solamente siempre
    realmente`,
  SOIS: `eres sois es son sos fuiste fueron seras parecen pareces parece`,
  OFICIO:
    "director directora directivos presidente presidenta jefe jefa jefes ejecutivos ejecutivo ceo " +
    "gerente gerentes directivo directores consejo vocero abogado lider duenos",
  ES_SURESLUR: `sudaca sudacas maricon maricones negrata negratas joto jotos tortillera travelo travelos
    moraco moracos machupichu guachupino marimacho indiaco negraco trolo trolos`,
  ES_SLUR: `<ES_SURESLUR> panchito panchitos maricas marica bollera mayate sodomita sodomitas playo ponedor
    cholo prieto bolita bolitas paragua spic panchos conguito bollo`,
  PUEBLO: `negro negros negra negras indio indios india indias judio judios judia moro moros mora mexicano
    mexicanos extranjero extranjeros inmigrantes inmigrante gay gays trans chino chinos arabe arabes musulman
    musulmanes gitano gitanos boliviano bolivianos paraguayos venezolano venezolanos hindu hindues bolivia
    venecos veneco frijolero mojado mojados`,
  VIL:
    "pinche pinches puto putos puta putas maldito malditos maldita malditas asqueroso asquerosos sucio " +
    "sucios jodido cochino cochinos mugroso mugrosos mugrosa apestoso",
};
