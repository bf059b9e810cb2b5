import './staff-menu.css';
import { Keyboard, LogOut } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { type Problem, problemFrom } from '../api/problem.ts';
import { Button } from '../components/button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { firstMessages } from '../language/current.ts';
import { type SignedIn, signOut } from '../session/session.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

interface Props {
  staff: SignedIn['staff'];
  onShortcuts: () => void;
}

/** Who is signed in, what they like to read in, and the way out. */
export function StaffMenu({ staff, onShortcuts }: Props) {
  const t = firstMessages.value.shell;
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <>
      <button type="button" class="staff" popovertarget="staff-menu" aria-label={t.menuOf(staff.name)}>
        <span class="staff-initials" aria-hidden="true">
          {initials(staff.name)}
        </span>
        <span class="staff-name" aria-hidden="true">
          {staff.name}
        </span>
      </button>
      <div id="staff-menu" popover="auto" class="staff-menu">
        <div>
          <strong>{staff.name}</strong>
          <p class="soft small">
            {staff.email} · {staff.role in t.roles ? t.roles[staff.role as keyof typeof t.roles] : staff.role}
          </p>
        </div>
        <LanguageSwitch />
        <ThemeSwitch />
        {problem && <ProblemNote problem={problem} />}
        <div class="apart">
          <Button onPress={onShortcuts}>
            <Keyboard size={16} aria-hidden="true" />
            {t.shortcuts}
          </Button>
          <Button onPress={() => void signOut().catch((thrown: unknown) => setProblem(problemFrom(thrown)))}>
            <LogOut size={16} aria-hidden="true" />
            {t.signOut}
          </Button>
        </div>
      </div>
    </>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '').join('');
}
