// What a screen reader reads, in its order and with the names it says: the kiosk question by question, and the parts of an open session. A
// change here is a change of what people hear; read it before you take it over.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent, utils } from 'vitest/browser';
import { isolated } from '../../src/app/features/kiosk/titles.ts';
import { routes } from '../../src/app/routes.ts';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { done, theApp } from './a-screen.tsx';
import { aDevice, anOpenSession, aSealingKey, onPhone } from './app/a-field-day.tsx';
import { anArmedKiosk, shownKiosk } from './kiosk/a-kiosk.tsx';

const words = text.kiosk;

beforeEach(onPhone);

/** Addresses are nobody's reading. */
function outline(): string {
  const { renderAriaTree, generateAriaTree } = utils.aria;
  const lines = renderAriaTree(generateAriaTree(page.getByRole('main').element())).split('\n');
  return lines.filter((line) => !line.trimStart().startsWith('- /url')).join('\n');
}

/** What stands around every part is looked at once. */
function below(button: string): string {
  const [around, part] = outline().split(`- button "${button}"\n`);
  if (around === undefined || part === undefined) throw new Error(`there is a button "${button}"`);
  return part;
}

/** A question of the kiosk without what stands above each. */
const question = () => below('Start over');

const asked = (title: string) => expect.element(page.getByRole('heading', { level: 1, name: title, exact: true })).toHaveFocus();
const next = () => userEvent.click(page.getByRole('button', { name: words.next, exact: true }));
const choose = (role: 'checkbox' | 'radio', name: string) => userEvent.click(page.getByRole(role, { name, exact: true }));
const fill = (label: string, typed: string) => userEvent.fill(page.getByLabelText(label), typed);

test('the kiosk, for oneself: each question with its heading, its fields, then what leads on', async () => {
  await shownKiosk(await anArmedKiosk());
  expect(outline()).toMatchInlineSnapshot(`
    "- main:
      - heading "North Miami Public Library" [level=1]
      - list:
        - listitem:
          - button "English Start here"
        - listitem:
          - button "Español Empiece aquí"
        - listitem:
          - button "Kreyòl ayisyen Kòmanse isit la"
      - button "Staff""
  `);
  await userEvent.click(page.getByRole('button', { name: /English/ }));
  await asked(words.kinds.title);
  expect(outline()).toMatchInlineSnapshot(`
    "- main:
      - button "Back"
      - button "Start over"
      - paragraph: Step 1 of 5
      - heading "What would you like?" [level=1]
      - group "What would you like?":
        - text: What would you like?
        - paragraph: You can choose more than one.
        - checkbox "A library card"
        - text: A library card
        - checkbox "A program"
        - text: A program
        - checkbox "The library newsletter"
        - text: The library newsletter
        - checkbox "The reading challenge"
        - text: The reading challenge
      - button "Next""
  `);
  await choose('checkbox', words.kinds.label.newsletter);
  await next();
  await asked(words.who.title);
  expect(outline()).toMatchInlineSnapshot(`
    "- main:
      - button "Back"
      - button "Start over"
      - paragraph: Step 2 of 7
      - heading "Who is this for?" [level=1]
      - radiogroup "Who is this for?":
        - text: Who is this for?
        - radio "For me"
        - text: For me
        - radio "For my child"
        - text: For my child
        - radio "For more than one child"
        - text: For more than one child
      - button "Next""
  `);
  await choose('radio', words.who.myself);
  await next();
  await asked(words.name.mine);
  expect(outline()).toMatchInlineSnapshot(`
    "- main:
      - button "Back"
      - button "Start over"
      - paragraph: Step 3 of 7
      - heading "What is your name?" [level=1]
      - text: First name
      - paragraph: One name is fine.
      - textbox "First name"
      - text: Last name (you can skip this)
      - textbox "Last name (you can skip this)"
      - button "Next""
  `);
  await next();
  await expect.element(page.getByLabelText(words.name.first)).toHaveFocus();
  expect(outline()).toMatchInlineSnapshot(`
    "- main:
      - button "Back"
      - button "Start over"
      - paragraph: Step 3 of 7
      - heading "What is your name?" [level=1]
      - text: First name
      - paragraph: One name is fine.
      - paragraph: Type the first name.
      - textbox "First name"
      - text: Last name (you can skip this)
      - textbox "Last name (you can skip this)"
      - button "Next""
  `);
  await fill(words.name.first, 'Ana');
  await next();
  await choose('radio', words.no);
  expect(outline()).toMatchInlineSnapshot(`
    "- main:
      - button "Back"
      - button "Start over"
      - paragraph: Step 4 of 7
      - heading "Are you under 13?" [level=1]
      - radiogroup "Are you under 13?":
        - text: Are you under 13?
        - radio "Yes"
        - text: "Yes"
        - radio "No" [checked]
        - text: "No"
      - button "Next""
  `);
  await next();
  await asked(words.reach.title);
  expect(outline()).toMatchInlineSnapshot(`
    "- main:
      - button "Back"
      - button "Start over"
      - paragraph: Step 5 of 7
      - heading "How can the library reach you?" [level=1]
      - paragraph: One way is enough.
      - text: Phone
      - textbox "Phone"
      - text: Email
      - textbox "Email"
      - button "Next""
  `);
  await fill(words.reach.phone, '305 555 0147');
  await next();
  await asked(words.check.title);
  expect(outline()).toMatchInlineSnapshot(`
    "- main:
      - button "Back"
      - button "Start over"
      - paragraph: Step 6 of 7
      - heading "Is this right?" [level=1]
      - term: You would like
      - definition: The library newsletter
      - definition:
        - button "Change You would like"
      - term: For
      - definition: For me
      - definition:
        - button "Change For"
      - term: Name
      - definition: Ana
      - definition:
        - button "Change Name"
      - term: Under 13
      - definition: "No"
      - definition:
        - button "Change Under 13"
      - term: Phone
      - definition: 305 555 0147
      - definition:
        - button "Change Phone"
      - button "Yes, this is right""
  `);
  await userEvent.click(page.getByRole('button', { name: words.check.right }));
  await asked(words.consent.title);
  expect(outline()).toMatchInlineSnapshot(`
    "- main:
      - button "Back"
      - button "Start over"
      - paragraph: Step 7 of 7
      - heading "One last thing" [level=1]
      - blockquote:
        - paragraph: The library uses what you typed only to do what you asked for. It is locked on this device right away. Only library staff can open it. It is erased 30 days after they are done. You can ask the library to erase it at any time.
      - button "I do not agree"
      - button "I agree. Send it.""
  `);
  await userEvent.click(page.getByRole('button', { name: words.consent.agree }));
  await asked(words.thanks.title);
  expect(outline()).toMatchInlineSnapshot(`
    "- main:
      - heading "Thank you" [level=1]
      - paragraph: The library has your sign-up. What you typed is no longer on the screen.
      - button "Done""
  `);
});

test('the kiosk, for a child’s card: who is asked for, what is wrong, the signature, and what is said back', async () => {
  await shownKiosk(await anArmedKiosk());
  await userEvent.click(page.getByRole('button', { name: /English/ }));
  await choose('checkbox', words.kinds.label.card);
  await next();
  await choose('radio', words.who.child);
  await next();
  await asked(words.name.child);
  await fill(words.name.first, 'Wideline');
  await next();
  await asked(words.born.child(isolated('Wideline')));
  expect(question()).toMatchInlineSnapshot(`
    "  - paragraph: Step 4 of 10
      - heading "When was ⁨Wideline⁩ born?" [level=1]
      - group "When was ⁨Wideline⁩ born?":
        - text: When was ⁨Wideline⁩ born? Month
        - combobox "Month":
          - option "Choose" [selected]
          - option "January"
          - option "February"
          - option "March"
          - option "April"
          - option "May"
          - option "June"
          - option "July"
          - option "August"
          - option "September"
          - option "October"
          - option "November"
          - option "December"
        - text: Day
        - textbox "Day"
        - text: Year
        - textbox "Year"
      - button "Next""
  `);
  await next();
  await expect.element(page.getByLabelText(words.born.month)).toHaveFocus();
  expect(question()).toMatchInlineSnapshot(`
    "  - paragraph: Step 4 of 10
      - heading "When was ⁨Wideline⁩ born?" [level=1]
      - group "When was ⁨Wideline⁩ born?":
        - text: When was ⁨Wideline⁩ born? Month
        - paragraph: Type the month, the day and the year.
        - combobox "Month":
          - option "Choose" [selected]
          - option "January"
          - option "February"
          - option "March"
          - option "April"
          - option "May"
          - option "June"
          - option "July"
          - option "August"
          - option "September"
          - option "October"
          - option "November"
          - option "December"
        - text: Day
        - textbox "Day"
        - text: Year
        - textbox "Year"
      - button "Next""
  `);
  await userEvent.selectOptions(page.getByLabelText(words.born.month), words.born.months[1] ?? '');
  await fill(words.born.day, '1');
  await fill(words.born.year, '2017');
  await next();
  await asked(words.school.child(isolated('Wideline')));
  expect(question()).toMatchInlineSnapshot(`
    "  - paragraph: Step 5 of 11
      - heading "Which school does ⁨Wideline⁩ go to?" [level=1]
      - text: School (you can skip this)
      - textbox "School (you can skip this)"
      - button "Next""
  `);
  await next();
  await asked(words.guardian.title);
  expect(question()).toMatchInlineSnapshot(`
    "  - paragraph: Step 6 of 11
      - heading "Who is the parent or grown-up?" [level=1]
      - text: Your name
      - textbox "Your name"
      - radiogroup "Who you are to the child":
        - text: Who you are to the child
        - radio "Mother"
        - text: Mother
        - radio "Father"
        - text: Father
        - radio "Grandparent"
        - text: Grandparent
        - radio "Legal guardian"
        - text: Legal guardian
        - radio "Someone else"
        - text: Someone else
      - button "Next""
  `);
  await next();
  await page.getByRole('alert', { name: words.problems.several }).findElement();
  expect(question()).toMatchInlineSnapshot(`
    "  - paragraph: Step 6 of 11
      - heading "Who is the parent or grown-up?" [level=1]
      - alert "Please fix these":
        - heading "Please fix these" [level=2]
        - list:
          - listitem:
            - link "Type the name of the parent or grown-up.":
          - listitem:
            - link "Say who you are to the child.":
      - text: Your name
      - paragraph: Type the name of the parent or grown-up.
      - textbox "Your name"
      - radiogroup "Who you are to the child":
        - text: Who you are to the child
        - paragraph: Say who you are to the child.
        - radio "Mother"
        - text: Mother
        - radio "Father"
        - text: Father
        - radio "Grandparent"
        - text: Grandparent
        - radio "Legal guardian"
        - text: Legal guardian
        - radio "Someone else"
        - text: Someone else
      - button "Next""
  `);
  await fill(words.guardian.name, 'Marie');
  await choose('radio', words.guardian.relations.mother);
  await next();
  await fill(words.reach.phone, '305 555 0147');
  await next();
  await asked(words.address.title);
  expect(question()).toMatchInlineSnapshot(`
    "  - paragraph: Step 8 of 11
      - heading "Where do you live?" [level=1]
      - text: Address
      - paragraph: Street, town and ZIP code.
      - textbox "Address"
      - button "Next""
  `);
  await fill(words.address.label, '12 Maple Court');
  await next();
  await asked(words.signature.title);
  expect(question()).toMatchInlineSnapshot(`
    "  - paragraph: Step 9 of 11
      - heading "Please sign" [level=1]
      - paragraph: The parent or grown-up signs here.
      - radiogroup "How would you like to sign?":
        - text: How would you like to sign?
        - radio "Draw with a finger" [checked]
        - text: Draw with a finger
        - radio "Type your name"
        - text: Type your name
        - radio "Sign on paper at the desk"
        - text: Sign on paper at the desk
      - group "Draw your signature here":
        - img "Draw your signature here. The box is empty."
        - button "Clear" [disabled]
      - button "Next""
  `);
  await choose('radio', words.signature.typed);
  expect(question()).toMatchInlineSnapshot(`
    "  - paragraph: Step 9 of 11
      - heading "Please sign" [level=1]
      - paragraph: The parent or grown-up signs here.
      - radiogroup "How would you like to sign?":
        - text: How would you like to sign?
        - radio "Draw with a finger"
        - text: Draw with a finger
        - radio "Type your name" [checked]
        - text: Type your name
        - radio "Sign on paper at the desk"
        - text: Sign on paper at the desk
      - text: Your full name
      - textbox "Your full name"
      - button "Next""
  `);
  await fill(words.signature.name, 'Marie');
  await next();
  await asked(words.check.title);
  expect(question()).toMatchInlineSnapshot(`
    "  - paragraph: Step 10 of 11
      - heading "Is this right?" [level=1]
      - term: You would like
      - definition: A library card
      - definition:
        - button "Change You would like"
      - term: For
      - definition: For my child
      - definition:
        - button "Change For"
      - term: Name
      - definition: Wideline
      - definition:
        - button "Change Name"
      - term: Born on
      - definition: Feb 1, 2017
      - definition:
        - button "Change Born on"
      - term: School
      - definition: Nothing given
      - definition:
        - button "Change School"
      - term: Parent or grown-up
      - definition: Marie, Mother
      - definition:
        - button "Change Parent or grown-up"
      - term: Phone
      - definition: 305 555 0147
      - definition:
        - button "Change Phone"
      - term: Address
      - definition: 12 Maple Court
      - definition:
        - button "Change Address"
      - term: Signature
      - definition: Typed
      - definition:
        - button "Change Signature"
      - button "Yes, this is right""
  `);
  await userEvent.click(page.getByRole('button', { name: words.check.right }));
  await asked(words.consent.title);
  expect(question()).toMatchInlineSnapshot(`
    "  - paragraph: Step 11 of 11
      - heading "One last thing" [level=1]
      - paragraph: "For a parent or another grown-up who takes care of the child: please read this and decide."
      - blockquote:
        - paragraph: The library uses what you typed only to do what you asked for. It is locked on this device right away. Only library staff can open it. It is erased 30 days after they are done. You can ask the library to erase it at any time.
      - button "I do not agree"
      - button "I agree, for my child. Send it.""
  `);
});

test('an open session, part by part', async () => {
  const device = await aDevice();
  await aSealingKey(device);
  await done(device.act.changeResource(null, { title: 'Hotspot', type: 'device', barcode: null, archived: false, favorite: true }));
  const id = await anOpenSession(device);
  await theApp(device, routes.session(id));
  const part = (name: string) =>
    userEvent.click(page.getByRole('navigation', { name: text.sessions.tabs.label }).getByRole('link', { name: new RegExp(`^${name}`) }));
  await page.getByRole('button', { name: text.attendance.nothingToUndo }).findElement();
  await page.getByText('Nothing counted yet').findElement();
  expect(outline()).toMatchInlineSnapshot(`
    "- main:
      - heading "Maple Court" [level=1]
      - link "Share":
      - button "More"
      - paragraph: Open since 9:00 AM Outreach event · Ages 6–11
      - navigation "Parts of this session":
        - list:
          - listitem:
            - link "Count":
          - listitem:
            - link "Roster":
          - listitem:
            - link "Sign-ups":
          - listitem:
            - link "Hand-outs":
          - listitem:
            - link "Notes":
      - text: Started at 9:00 AM.
      - button "Undo start"
      - region "Counting":
        - paragraph: 0 people
        - paragraph
        - status: 0 people counted
        - region "By age":
          - button "6–11 0 Ages 6–11: add one"
          - button "Take one back, Ages 6–11" [disabled]
        - button "Count other ages"
        - button "Exact number"
        - button "Nothing to undo" [disabled]
        - button "Add many"
      - region "Log":
        - heading "Log" [level=2]
        - paragraph: Nothing counted yet
        - text: Each tap is listed here with its time, and can be taken back.
      - link "Finish session":"
  `);
  await part(text.sessions.tabs.handOuts);
  await page.getByRole('button', { name: text.handOuts.countAboard }).findElement();
  await page.getByRole('button', { name: /Hotspot.*give one/ }).findElement();
  expect(below('Undo start')).toMatchInlineSnapshot(`
    "  - region "Hand-outs":
        - group "What happens?":
          - text: What happens?
          - radio "Given away" [checked]
          - text: Given away
          - radio "Lent"
          - text: Lent
          - radio "Returned"
          - text: Returned
          - radio "Shown"
          - text: Shown
        - text: Scan or type a code
        - paragraph: Of the book, kit or device.
        - status
        - textbox "Scan or type a code"
        - button "Scan"
        - region "Tap what it was":
          - button "Hotspot Favorite · Device 0 give one"
          - button "Take the last one back, Hotspot" [disabled]
        - button "Count what is aboard"
        - button "Nothing to undo" [disabled]
        - button "Something else"
      - region "Log":
        - heading "Log" [level=2]
        - paragraph: Nothing handed out yet
        - text: What is given, lent, returned or shown in this session is listed here."
  `);
  await part(text.sessions.tabs.signUps);
  await page.getByRole('link', { name: text.signUps.add }).findElement();
  expect(below('Undo start')).toMatchInlineSnapshot(`
    "  - paragraph: No sign-ups yet
      - text: Somebody wants a library card, a program, the newsletter? Add it here. Contact details are sealed as you save.
      - link "Add a sign-up":"
  `);
  await part(text.sessions.tabs.notes);
  await page.getByLabelText(text.sessionSteps.notes.label, { exact: true }).findElement();
  expect(below('Undo start')).toMatchInlineSnapshot(`
    "  - text: Notes
      - paragraph: "What went well, what to bring next time. No names: notes are not sealed."
      - textbox "Notes"
      - button "Save notes" [disabled]
      - status"
  `);
});
