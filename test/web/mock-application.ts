/** What was answered at the counter, long questions among it. */
import type { components } from '../../api/contract.generated.ts';

export const application: components['schemas']['Application'] = {
  said: { name: '样例甲', idNumberMasked: '110***********0357', mobileMasked: '139****0000' },
  oldIdNumberMasked: null,
  passportOf: null,
  employerTelephoneMasked: null,
  agent: { name: '样例丙', relation: '单位经办人', telephoneMasked: '*******6147' },
  localHukou: true,
  approvedMove: null,
  firstInsuredHereOn: null,
  insuredHere: null,
  drawsPension: false,
  benefitPlaceHere: null,
  migrantWorker: null,
  proofs: [],
};
