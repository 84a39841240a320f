/**
 * Word classes that no rule names, in English and Spanish: weights (`sentence-features.ts`) are learned for
 * classes as well as words.
 */
export const threatClasses: Record<string, string> = {
  /** Belongs to violence and hardly to anything else. */
  VIOLENCE: `<KILL> <KILLING> <KILLS> <TORCH> <TORCHING> <BOMB> <MATAR> <MATARTE> <MATARE> <MATO> <MATENLO>
    <QUEMARLE> <BOMBA> gun guns rifle rifles shotgun pistol pistols machete axe axes gasoline petrol kerosene
    molotov molotovs grenade ammo glock revolver chainsaw crowbar sledgehammer noose guillotine gallows bullet
    bullets knife knives stabbed blade scythe sniper crosshairs scope matches matchbox lighter fuse hatchet
    hammers hammer bat poison arsenic cyanide rope bullets trigger bloodbath massacre pistola rifle escopeta
    machete hacha gasolina nafta bidon granada balas bala balazo balazos cuchillo navaja soga horca guillotina
    gatillo punal punalada veneno martillo bate fusil metralleta sicario sicarios cerillo cerillos mecha plomo
    tiros pum dispararle`,
  /** Consequences of violence: death, wounds, fire. */
  GRIM: `grave graves coffin coffins morgue hearse funeral funerals corpse corpses ditch blood bleed bleeds
    bleeding bones skull skulls throat widow widows widower orphan orphans ambulance burial breathing alive
    ashes flames smoke explode explodes explosion rubble cemetery autopsy stretcher wheelchair casket casket
    tombstone obituary undertaker crutches limp teeth kneecap kneecaps fingers neck spine ribs eyes dead die
    dies dying death burn burns burning fire fires ash cinders crater ruins hospital emergency hurt limb limbs
    brains guts tumba tumbas ataud cajon morgue velorio funeral entierro cadaver cadaveres sangre huesos
    craneo cuello garganta viuda viudas huerfano huerfanos huerfana ambulancia cenizas llamas humo explotar
    explosion escombros cementerio panteon silla muletas dientes costillas rodillas sesos tripas muerto
    muertos muerta muertas morir muerte arde arder ardiendo fuego incendio quemado quemada hoyo zanja fosa
    cuneta bolsa negra lapida luto pesame vivo vivos respirar respira`,
  /** Those the campaign speaks for: harm to them is its complaint, no threat. */
  PROTECTED: `families family children child people migrants migrant immigrants immigrant detainees detainee
    neighbor neighbors mothers fathers refugees refugee students asylum kids workers victims victim community
    communities humans humanity human palestinians civilians familias ninos ninas migrantes migrante
    inmigrantes inmigrante detenidos detenido vecinos vecino refugiados personas gente victimas comunidad
    comunidades humanos asilo`,
  COMPLICIT: `sell sells selling provide provides providing build builds built supply supplies supplying fund
    funds funding help helps helping support supports profit profits contract contracts software cloud data
    tools technology system systems agreement agreements azure agency agencies deal deals database databases
    servers complicit complicity responsible money deportation deportations deport deported detention border
    raids raid enforcement program programs policy policies company companies corporate invoice product
    products vende venden proveen suministra suministran financia financian ayuda ayudan apoya apoyan contrato
    contratos software nube datos herramientas tecnologia sistema acuerdo acuerdos agencia complice complices
    dinero deportacion deportaciones deportan deportar detencion frontera redadas programa politica empresa
    compania producto ganan`,
  PAST: `was were had did been saw heard lost died took shot killed found buried told survived fled escaped
    went came remember fue fueron era eran habia murio murieron perdi perdio mataron mato encontraron
    enterramos vi llego tuvo huimos huyeron estuvo recuerdo perdimos vino`,
  MINE: "me us my our ours myself mi mis nos nuestra nuestro nuestros nuestras conmigo",
  SOON:
    "soon tonight tomorrow next until unless or before when if otherwise pronto manana si o hasta antes " +
    "cuando proxima proximo noche",
};
