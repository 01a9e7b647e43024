// The part of settings about kinds of session: the list, one of them, a new one, or the words of the survey. One screen for the app, so that
// its first load names one.

import { SurveyWordingScreen } from './SurveyWordingScreen.tsx';
import { TemplateScreen } from './TemplateScreen.tsx';
import { TemplatesScreen } from './TemplatesScreen.tsx';

export function KindsScreen({ id }: { readonly id?: string }) {
  if (id === undefined || id === '') return <TemplatesScreen />;
  if (id === 'survey') return <SurveyWordingScreen />;
  return <TemplateScreen key={id} id={id === 'new' ? null : id} />;
}
