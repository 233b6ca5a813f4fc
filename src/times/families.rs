//! Families of Dutch expressions, each in words of its own, and the traps beside them. The texts are made up.
//!
//! The document's date is Thursday 24 March 2022 at 14:30.

use super::tables::{check, places};

#[test]
fn limits_have_one_side() {
    places(&[
        ("Inschrijven kan uiterlijk 8 april.", "/2022-04-09"),
        ("Het formulier moet ten laatste vrijdag binnen zijn.", "/2022-03-26"),
        ("De brug gaat op zijn vroegst 12 mei open.", "2022-05-12/"),
        ("Met ingang van 1 juni rijdt lijn 5 niet meer.", "2022-06-01/"),
        ("Per 1 juli stopt de subsidie.", "2022-07-01/"),
        ("De cursus loopt te beginnen op 3 september.", "2022-09-03/"),
        ("Het rapport moet voor eind april af zijn.", "/2022-05-01"),
        ("De kraam moet voor begin mei weg.", "/2022-05-01"),
        ("Bel morgen na 17.00 uur.", "2022-03-25T17:00/"),
        ("Wie komt, komt zaterdag voor 9.30 uur.", "/2022-03-26T09:30"),
        ("Vertrek kan om 19.15 uur of later.", "2022-03-24T19:15/"),
        ("Hij komt dinsdag of eerder.", "/2022-03-30"),
        ("Kom om 14.00 uur of later op zondag.", "2022-03-27T14:00/"),
        ("Tot 18.00 uur is de weg dicht.", "/2022-03-24T18:00"),
    ]);
}

#[test]
fn what_lies_beside_another_time() {
    check(&[
        ("De week na Pinksteren is hij vrij.", "2022-W23"),
        ("De dag voor Koningsdag was het druk.", "2022-04-26"),
        ("Het weekend voor Hemelvaart is vol.", "2022-W20-WE"),
        ("De maand na oktober 2021 was stil.", "2021-11"),
        ("De week na volgende is er geen les.", "2022-W14"),
        ("De maand na volgende maand begint het.", "2022-05"),
        ("Het jaar voor 2010 stierf hij.", "2009"),
        ("De dag na de brand was het stil.", ""),
    ]);
}

#[test]
fn days_and_nights_by_their_number() {
    check(&[
        ("In de nacht van 5 op 6 maart brak brand uit.", "2022-03-05TNI"),
        ("In de nacht van 31 december op 1 januari 2020 was het druk.", "2019-12-31TNI"),
        ("De nacht van eerste op tweede paasdag 2021 was koud.", "2021-04-04TNI"),
        ("De beurs is van donderdag 9 tot en met zondag 12 juni.", "2022-06-09, 2022-06-12"),
        ("Stemmen kan zaterdag 2 en zondag 3 april.", "2022-04-02, 2022-04-03"),
        ("Op de 5e terug en op de 12e etappe.", "2022-04-05"),
        ("Van 3-4 tot 8-4 is hij weg.", "2022-04-03, 2022-04-08"),
        ("De periode 12-4 - 18-4-2023.", "2023-04-12, 2023-04-18"),
        ("Van 9-2 - 11-2, 2021 was het glad.", "2021-02-09, 2021-02-11"),
        ("In 1961 ging het mis. Op 12 mei van het jaar daarop weer.", "1961, 1962-05-12"),
        ("Tussen 1948 en '63 verdubbelde het.", "1948, 1963"),
        ("Op 31/4/2021 gebeurde niets.", "2021-04-31"),
        ("CODE ROOD: BLIJF ZATERDAGAVOND BINNEN", "2022-03-26TEV"),
    ]);
}

#[test]
fn a_dash_behind_van_is_tot() {
    places(&[
        ("Hij was wethouder van 2006-2010.", "2006-01-01/2010-01-01"),
        ("Het steeg tussen 2011-2013.", "2011-01-01/2013-01-01"),
        ("De Eerste Wereldoorlog (1914-1918).", "1914-01-01/1919-01-01"),
        ("Het festival van 18-19 november 2021.", "2021-11-18/2021-11-20"),
        ("Van Q2 2020 - Q1 2021 daalde het.", "2020-04-01/2021-01-01"),
    ]);
}

#[test]
fn clock_times_north_and_south() {
    check(&[
        ("Het begint om halfvijf en om kwart na acht.", "T16:30, T08:15"),
        ("Om vijf na halfnegen en om 8u30 's avonds.", "T08:35, T20:30"),
        ("De trein van 7u05 en die van 18u.", "T07:05, T18:00"),
        ("Kom om 10, vanavond.", "2022-03-24T22:00"),
        ("Zij kwam om acht vanmorgen.", "2022-03-24T08:00"),
        ("Hij is 's middags van 2 tot 4 vrij.", "XXXX-XX-XXTAF, T14:00, T16:00"),
        ("Maandag 9-12 is zij er.", "2022-03-28, 2022-03-28T09:00, 2022-03-28T12:00"),
        ("Zij belde 2u geleden.", "2022-03-24T12:30"),
        ("Twintig seconden geleden viel het uit.", "2022-03-24T14:29:40"),
        ("2 min 15 sec geleden viel het uit.", "2022-03-24T14:27:45"),
    ]);
}

#[test]
fn numbers_in_words() {
    check(&[
        ("Het duurde tweeduizend tweehonderdtwintig jaar.", "P2220Y"),
        ("Het duurde vijfentwintighonderdzevenenzeventig dagen.", "P2577D"),
        ("Het duurde tweeëndertigduizend vierhonderd jaar.", "P32400Y"),
        ("Het duurde driehonderdeenentachtigduizend uur.", "PT381000H"),
        ("Het duurde honderd duizend jaar.", "P100000Y"),
        ("Het duurde 40 duizend jaar.", "P40000Y"),
        ("Het duurde honderdenzes weken.", "P106W"),
        ("Het duurde vierduizend en twee dagen.", "P4002D"),
        ("Het duurde twee miljoen jaar.", "P2000000Y"),
        ("65 miljoen jaar geleden stierven ze uit.", "PAST_REF"),
        ("Over twintigduizend jaar is het weg.", "FUTURE_REF"),
        ("Het duurde een uur en een kwart.", "PT1H15M"),
        ("Het duurde twee jaar en een half.", "P2.5Y"),
        ("Het duurde een halve eeuw.", "P50Y"),
        ("Het duurde een jaar of wat en wat weken.", "PXY, PXW"),
        ("Een jongen van een jaar of tien.", ""),
        ("Ik weet wat dagen zijn, wat jaar, wat uur.", "PXD"),
    ]);
}

#[test]
fn the_next_day_of_the_week_is_not_tomorrow() {
    check(&[
        ("Volgende vrijdag begint het.", "2022-04-01"),
        ("Komende vrijdag begint het.", "2022-03-25"),
        ("Volgende maandag begint het.", "2022-03-28"),
        ("Vorige woensdag begon het.", "2022-03-16"),
        ("Afgelopen woensdag begon het.", "2022-03-23"),
    ]);
}

#[test]
fn feasts_of_the_moon_and_years_of_school() {
    check(&[
        ("Met het Suikerfeest is de school dicht.", ""),
        ("Op het Suikerfeest is de school dicht.", "2022"),
        ("Tijdens de ramadan van 2019 was het warm.", "2019"),
        ("De ramadan is een vastenmaand.", ""),
        ("Dit schooljaar en elk boekjaar.", "2022, P1Y"),
        ("Na de zomervakantie gaat hij weg.", "2022-SU"),
        ("Dit jaar tot nu toe is droog.", "2022"),
    ]);
}

#[test]
fn scores_and_other_pairs_are_no_dates() {
    check(&[
        ("Feyenoord won zondag 3-1 van Ajax.", "2022-03-20"),
        ("PSV verloor zaterdag 1-3 van Twente.", "2022-03-19"),
        ("Het werd zaterdag 2-2 in Assen.", "2022-03-19"),
        ("Zij won maandag 6-3, 6-4.", "2022-03-21"),
        ("Zondag 2-1 voor in de rust.", "2022-03-27"),
        ("De A50 en de N366 en artikel 5-2.", ""),
        ("Hij heeft jaarlijks verlof.", ""),
        ("Versie 3.2.2019 draait in lokaal 19.30.", ""),
        ("Het wo en het hbo; Mar en Di waren het zat.", ""),
        ("De eerste maandag van de vakantie was nat.", ""),
        ("Uiterlijk is hij kalm, per persoon en per auto.", ""),
        ("Wat dag en nacht stroomt, is wat water.", ""),
        ("Het jaar na de oorlog en de dag voor kinderen.", ""),
    ]);
}

#[test]
fn the_so_manieth_of_a_stretch() {
    check(&[
        ("De eerste zaterdag van juni is er markt.", "2022-06-04"),
        ("Op de laatste zondag van oktober gaat de klok terug.", "2022-10-30"),
        ("De derde donderdag in november 2021 was koud.", "2021-11-18"),
        ("De tweede week van mei is er feest.", "2022-W19"),
        ("De laatste week van augustus 2020 was warm.", "2020-W35"),
        ("De laatste dag van de maand.", "2022-03-31"),
        ("De eerste maand van 2019 en de laatste maand van het jaar.", "2019-01, 2022-12"),
        ("Op de eerste dinsdag van de maand vergadert de raad.", "P1M"),
        ("Het laatste weekend van juli is druk.", "2022-W30-WE"),
        ("De vijfde vrijdag van februari bestaat niet.", "2022-02"),
        ("Q3 van vorig jaar.", "2021-Q3"),
    ]);
    places(&[
        ("Begin volgende week regent het.", "2022-03-28/2022-03-30"),
        ("Eind volgende week is het droog.", "2022-04-01/2022-04-04"),
    ]);
}

#[test]
fn verbs_nouns_and_possessives_tell_the_side() {
    check(&[
        ("Het bedrijf adviseerde zijn klanten dinsdag.", "2022-03-22"),
        ("De directeur die vrijdag zijn papieren neerlegde, zweeg.", "2022-03-18"),
        ("De leden zouden in november op meer geld hebben aangedrongen.", "2021-11"),
        ("De leden zouden in november meer geld krijgen.", "2022-11"),
        ("De lijst wordt na de verkiezingen van 9 december herzien.", "2021-12-09"),
        ("Wij kwamen terug op een besluit van februari.", "2022-02"),
        ("Uit het kastje, dat zondag is gelezen, blijkt niets.", "2022-03-20"),
        ("Dinsdag vorige week en vrijdag volgende week.", "2022-03-15, 2022-04-01"),
        ("Dit najaar komt hij en dit voorjaar kwam zij.", "2022-FA, 2022-SP"),
        ("Het duurde anderhalf jaar en drieënhalf jaar.", "P18M, P42M"),
    ]);
}

#[test]
fn the_same_in_english() {
    super::tables::check_english(&[
        ("He left at half past seven and came at a quarter to nine.", "T07:30, T08:45"),
        ("The day before yesterday it rained.", "2022-03-22"),
        ("They meet twice a week and every Tuesday morning.", "P1W, XXXX-WXX-2TMO"),
        ("The first Friday of July and the last Sunday of March.", "2022-07-01, 2022-03-27"),
        ("The week after Easter is quiet.", "2022-W16"),
        ("65 million years ago they died.", "PAST_REF"),
    ]);
}

#[test]
fn distances_and_sets_in_other_words() {
    check(&[
        ("Morgen over een week vertrekt hij.", "2022-04-01"),
        ("Vandaag over twee weken begint het.", "2022-04-07"),
        ("Precies een jaar geleden brandde het.", "2021-03-24"),
        ("Op de kop af 30 jaar geleden brandde het.", "1992-03-24"),
        ("Op 5 mei 2019 viel hij. Drie dagen daarna stierf hij.", "2019-05-05, 2019-05-08"),
        ("In 1990 kwam zij. Twee jaar daarvoor ook.", "1990, 1988"),
        ("Twee keer in de week en driemaal per jaar.", "P1W, P1Y"),
        ("In de weekenden is het druk.", "XXXX-WXX-WE"),
        ("Om zeven uur dertig gaat de wekker.", "T07:30"),
        ("Open van 's ochtends 8 tot 's avonds 6.", "T08:00, T18:00"),
        ("Open van 9 uur 's ochtends tot 5 uur.", "T09:00, T17:00"),
        ("Dinsdag was het raak. Later op de avond kwam hij.", "2022-03-22, 2022-03-22TEV"),
    ]);
}
