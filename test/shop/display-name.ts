import { hash } from './hash.ts';

/** Common names of a place: enough to look like people, chosen by nothing but the customer's number. */
interface Names {
  given: readonly string[];
  family: readonly string[];
}

const list = (words: string) => words.split(' ');

const english: Names = {
  given: list(
    'Amelia Oliver Isla George Ava Harry Emily Jack Grace Charlie Lily Thomas Freya James Ella William Daisy Henry Alice Arthur Florence Edward Ruby Samuel Hannah Joseph Lucy Daniel Megan Adam Holly Ben Rosie Luke Martha Owen Beth Peter Clara Simon',
  ),
  family: list(
    'Smith Jones Taylor Brown Williams Wilson Johnson Davies Evans Thomas Walker White Green Hall Wood Harris Clarke Hughes Edwards Turner Hill Moore Cooper Ward Baker Carter Parker Bennett Shaw Cook Bailey Marshall Fisher Palmer Barnes Mason Hunt Webb Stone Fox',
  ),
};
const german: Names = {
  given: list(
    'Anna Lukas Lea Jonas Marie Felix Laura Paul Julia Max Sophie Leon Clara Moritz Greta Jan Ida Tim Nina Erik',
  ),
  family: list(
    'Müller Schmidt Schneider Fischer Weber Wagner Becker Hoffmann Koch Richter Wolf Neumann Schwarz Braun Krüger Vogel',
  ),
};
const french: Names = {
  given: list(
    'Camille Louis Manon Hugo Chloé Jules Léa Lucas Inès Arthur Louise Paul Zoé Théo Alice Gabriel Juliette Simon',
  ),
  family: list(
    'Martin Bernard Dubois Thomas Robert Petit Durand Leroy Moreau Laurent Girard Bonnet Mercier Blanc Fournier Roux',
  ),
};
const iberian: Names = {
  given: list(
    'Lucía Hugo Martina Mateo Sofía Pablo Julia Daniel Inês João Beatriz Tomás Carla Diogo Elena Marco Rita Miguel',
  ),
  family: list(
    'García López Pérez Sánchez Romero Torres Silva Santos Ferreira Costa Pereira Ramos Ortiz Vega Marques Lopes',
  ),
};
const italian: Names = {
  given: list('Giulia Marco Sofia Luca Chiara Matteo Elena Andrea Sara Paolo Anna Davide Irene Pietro Marta Nicola'),
  family: list(
    'Rossi Russo Ferrari Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa Fontana Vella Borg',
  ),
};
const nordic: Names = {
  given: list('Ingrid Lars Freja Emil Astrid Nils Maja Oskar Saga Erik Linnea Aino Onni Elsa Mikko Sanna Jón Sigrún'),
  family: list(
    'Hansen Johansson Nielsen Larsen Olsen Berg Lindberg Holm Lund Dahl Virtanen Korhonen Nieminen Strand Solberg Nyström',
  ),
};
const dutch: Names = {
  given: list('Emma Daan Sanne Bram Lotte Sem Fleur Thijs Noor Ruben Eva Jeroen Femke Pieter Anouk Wout'),
  family: list(
    'Jansen Visser Bakker Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Peeters Maes Claes Willems Jacobs',
  ),
};
const easternEuropean: Names = {
  given: list('Zofia Jan Hanna Jakub Maja Adam Eva Tomáš Petra Marek Ieva Jonas Ona Lukas Alena Piotr'),
  family: list(
    'Nowak Kowalski Wójcik Novák Svoboda Dvořák Kazlauskas Petrauskas Zieliński Černý Jankauskas Lewandowski',
  ),
};
const eastMediterranean: Names = {
  given: list('Eleni Giorgos Maria Nikos Sofia Andreas Noa Daniel Maya Omar Layla Karim Yara Tamar Hassan Rania'),
  family: list(
    'Papadopoulos Georgiou Ioannou Nikolaou Cohen Levi Mizrahi Haddad Khoury Saleh Nasser Christou Aziz Rahman',
  ),
};
const eastAsian: Names = {
  given: list('Yuki Haruto Sakura Ren Aoi Kenji Mei Wei Jun Hana Li Kai Xin Sora Ming Emi'),
  family: list('Sato Suzuki Tanaka Watanabe Ito Chan Wong Lee Lim Tan Ng Yamamoto Kobayashi Ho Lau Goh'),
};

const places: Record<string, Names> = {
  DE: german,
  AT: german,
  CH: german,
  FR: french,
  ES: iberian,
  PT: iberian,
  BR: iberian,
  IT: italian,
  MT: italian,
  NO: nordic,
  SE: nordic,
  DK: nordic,
  FI: nordic,
  IS: nordic,
  NL: dutch,
  BE: dutch,
  PL: easternEuropean,
  CZ: easternEuropean,
  LT: easternEuropean,
  GR: eastMediterranean,
  CY: eastMediterranean,
  IL: eastMediterranean,
  LB: eastMediterranean,
  AE: eastMediterranean,
  BH: eastMediterranean,
  SA: eastMediterranean,
  JP: eastAsian,
  HK: eastAsian,
  SG: eastAsian,
};

/** A generated name for a customer of whom the data knows only a number and a country. The same number, the same name. */
export function displayName(customer: string, country: string): string {
  const { given, family } = places[country] ?? english;
  return `${pick(given, hash(`given ${customer}`))} ${pick(family, hash(`family ${customer}`))}`;
}

const pick = (names: readonly string[], number: number) => names[number % names.length] ?? '';
