/** One currency: ISO 4217 code, the marks that stand before (or after) a figure, the words after it. */
export interface CurrencyRow {
  readonly code: string;
  readonly marks: readonly string[];
  readonly words: readonly string[];
  readonly example: string;
}

const currency = (code: string, marks: string, words: string, example: string): CurrencyRow => ({
  code,
  marks: marks === '' ? [] : marks.split(', '),
  words: words === '' ? [] : words.split(', '),
  example,
});

/** "dollars" alone is read as US dollars: the usage of most English news; other dollars are named. */
export const CURRENCIES: readonly CurrencyRow[] = [
  currency('USD', '$, US$, USD, U.S.$', 'dollar, dollars, US dollar, US dollars, U.S. dollars, U.S. dollar, USD, bucks', '$5 million'),
  currency('EUR', '€, EUR', 'euro, euros, EUR', '€5 million'),
  currency('GBP', '£, GBP, UK£', 'pound sterling, pounds sterling, sterling, GBP, British pounds, quid', '£5 million'),
  currency('JPY', '¥, JPY, JP¥', 'yen, JPY, Japanese yen', '¥5 million'),
  currency('CNY', 'CNY, RMB, CN¥', 'yuan, renminbi, RMB, CNY, Chinese yuan', '5 million yuan'),
  currency('KRW', '₩, KRW', 'won, KRW, South Korean won', '5 million won'),
  currency('INR', '₹, INR, Rs, Rs., Re', 'rupee, rupees, INR, Indian rupees', '₹5 million'),
  currency('PKR', 'PKR', 'Pakistani rupees', '5 million Pakistani rupees'),
  currency('RUB', '₽, RUB', 'rouble, roubles, ruble, rubles, RUB', '5 million roubles'),
  currency('UAH', '₴, UAH', 'hryvnia, hryvnias, hryvnya, UAH', '5 million hryvnia'),
  currency('CHF', 'CHF, SFr', 'Swiss franc, Swiss francs, CHF', 'CHF 5 million'),
  currency('CAD', 'C$, CA$, CAD', 'Canadian dollar, Canadian dollars, CAD', 'C$5 million'),
  currency('AUD', 'A$, AU$, AUD', 'Australian dollar, Australian dollars, AUD', 'A$5 million'),
  currency('NZD', 'NZ$, NZD', 'New Zealand dollar, New Zealand dollars, NZD', 'NZ$5 million'),
  currency('HKD', 'HK$, HKD', 'Hong Kong dollar, Hong Kong dollars, HKD', 'HK$5 million'),
  currency('TWD', 'NT$, TWD', 'New Taiwan dollars, Taiwan dollars', 'NT$5 million'),
  currency('SGD', 'S$, SGD', 'Singapore dollar, Singapore dollars, SGD', 'S$5 million'),
  currency('BRL', 'R$, BRL', 'real, reais, reals, BRL', 'R$5 million'),
  currency('MXN', 'MX$, MXN', 'Mexican peso, Mexican pesos', '5 million Mexican pesos'),
  currency('ARS', 'AR$, ARS', 'Argentine peso, Argentine pesos', '5 million Argentine pesos'),
  currency('PHP', '₱, PHP', 'Philippine peso, Philippine pesos', '₱5 million'),
  currency('TRY', '₺, TRY, TL', 'lira, liras, Turkish lira, Turkish liras', '5 million lira'),
  currency('ILS', '₪, ILS, NIS', 'shekel, shekels, ILS', '5 million shekels'),
  currency('ZAR', 'ZAR', 'rand, ZAR', '5 million rand'),
  currency('NGN', '₦, NGN, N', 'naira, NGN', '₦5 million'),
  currency('KES', 'KSh, KES, Sh', 'Kenyan shillings, Kenya shillings, shillings, shilling', 'KSh5 million'),
  currency('SEK', 'SEK', 'Swedish krona, Swedish kronor, kronor, krona', '5 million kronor'),
  currency('NOK', 'NOK', 'Norwegian kroner, kroner', '5 million kroner'),
  currency('DKK', 'DKK', 'Danish kroner', '5 million Danish kroner'),
  currency('PLN', 'PLN', 'zloty, zlotys', '5 million zlotys'),
  currency('CZK', 'CZK', 'Czech koruna, koruna, crowns', '5 million koruna'),
  currency('HUF', 'HUF', 'forint, forints', '5 million forints'),
  currency('IRR', 'IRR', 'Iranian rials, rial, rials', '5 million rials'),
  currency('SAR', 'SAR', 'riyal, riyals, Saudi riyals', '5 million riyals'),
  currency('AED', 'AED, Dh', 'dirham, dirhams', '5 million dirhams'),
  currency('IDR', 'IDR, Rp', 'rupiah', '5 million rupiah'),
  currency('THB', '฿, THB', 'baht', '5 million baht'),
  currency('VND', '₫, VND', 'dong', '5 million dong'),
  currency('MYR', 'RM, MYR', 'ringgit', 'RM5 million'),
  currency('BTC', '₿, BTC', 'bitcoin, bitcoins, BTC', '5 bitcoins'),
];

/** Hundredths of a currency. */
export const CENTS: ReadonlyMap<string, string> = new Map([
  ['cent', 'cents'],
  ['cents', 'cents'],
  ['¢', 'cents'],
  ['pence', 'pence'],
  ['penny', 'pence'],
  ['p', 'pence'],
]);
