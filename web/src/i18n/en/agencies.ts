/** The directory of other offices. */
export const agencies = {
  title: 'Other offices',
  explain:
    'Names and new offices come with the file of the directory. Where letters go and who answers is put right here.',
  find: 'Name, place or code',
  none: 'No office is called so.',
  count_one: '{{count}} office',
  count_other: '{{count}} offices',
  shown: 'The first {{count}} are shown; type more to find another.',
  code: 'Code',
  name: 'Office',
  channel: 'Letters go',
  channels: { ems: 'By post', platform: 'Over the national platform' },
  address: 'Address',
  addressHint: 'It stands on the next letter; those that are on their way keep theirs.',
  noAddress: 'No address',
  postcode: 'Postcode',
  telephone: 'Telephone',
};
