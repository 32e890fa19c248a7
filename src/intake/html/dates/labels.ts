type Row = readonly [language: string, published: string, changed: string];

/** How pages call the day they came out and the day they were last changed, in the words that stand before it. */
export const LABELS: readonly Row[] = [
  [
    'en',
    'published|posted|first published|created|issued|released|publication date|date published',
    'updated|modified|edited|revised|last changed|last updated|last modified|reviewed',
  ],
  ['de', 'veröffentlicht|erstellt|erschienen|publiziert', 'aktualisiert|geändert|zuletzt bearbeitet|stand|update'],
  ['fr', 'publié|paru|mis en ligne|posté|créé', 'mis à jour|modifié|actualisé|mise à jour'],
  ['es', 'publicado|publicada|creado', 'actualizado|actualizada|modificado|última actualización'],
  ['pt', 'publicado|publicada|postado|criado', 'atualizado|atualizada|modificado|última atualização'],
  ['it', 'pubblicato|pubblicata|creato', 'aggiornato|aggiornata|modificato|ultimo aggiornamento'],
  ['ca', 'publicat|publicada', 'actualitzat|actualitzada|modificat'],
  ['ro', 'publicat|publicată|postat', 'actualizat|actualizată|modificat'],
  ['nl', 'gepubliceerd|geplaatst', 'bijgewerkt|gewijzigd|laatste update'],
  ['sv', 'publicerad|publicerat|skapad', 'uppdaterad|uppdaterat|ändrad'],
  ['da', 'publiceret|offentliggjort|udgivet|oprettet', 'opdateret|ændret'],
  ['nb', 'publisert|lagt ut', 'oppdatert|endret'],
  ['fi', 'julkaistu', 'päivitetty|muokattu'],
  ['pl', 'opublikowano|opublikowany|dodano|data publikacji', 'zaktualizowano|aktualizacja|zmodyfikowano'],
  ['cs', 'publikováno|vydáno|zveřejněno', 'aktualizováno|upraveno'],
  ['sk', 'publikované|zverejnené|vydané', 'aktualizované|upravené'],
  ['hu', 'publikálva|közzétéve|megjelent|feltöltve', 'frissítve|módosítva|utolsó módosítás'],
  ['hr', 'objavljeno|objava', 'ažurirano|izmijenjeno'],
  ['sr', 'објављено', 'ажурирано'],
  ['ru', 'опубликовано|дата публикации|размещено', 'обновлено|изменено|отредактировано|последнее обновление'],
  ['uk', 'опубліковано', 'оновлено|змінено'],
  ['bg', 'публикувана|публикувано', 'обновена|актуализирана|обновено'],
  ['el', 'δημοσιεύθηκε|δημοσιεύτηκε|δημοσίευση|αναρτήθηκε', 'ενημερώθηκε|τελευταία ενημέρωση|τροποποιήθηκε'],
  ['tr', 'yayınlanma|yayınlandı|yayın tarihi|giriş|eklenme', 'güncelleme|güncellendi|son güncelleme'],
  ['id', 'diterbitkan|dipublikasikan|dibuat', 'diperbarui|diubah'],
  ['vi', 'đăng|xuất bản', 'cập nhật'],
  ['ar', 'نشر|نُشر|تاريخ النشر', 'آخر تحديث|تحديث|حدث'],
  ['fa', 'انتشار|تاریخ انتشار', 'به‌روزرسانی|آخرین ویرایش'],
  ['he', 'פורסם', 'עודכן|עדכון אחרון'],
  ['zh', '发布|發布|发表|發表|發佈|刊登|来源|來源', '更新|修改|编辑于'],
  ['ja', '公開|掲載|配信|投稿', '更新|最終更新'],
  ['ko', '입력|등록|작성|게재|승인', '수정|업데이트|최종수정'],
  ['hi', 'प्रकाशित', 'अपडेट|अद्यतन'],
];

/** Labels at the end of what stands before a day; the last one counts. Their scripts have no word boundaries in common. */
const joined = (column: 1 | 2): RegExp =>
  new RegExp(String.raw`(?:${LABELS.map((row) => row[column]).join('|')})(?=[^\p{L}]|$|[\p{Script=Han}\p{Script=Hangul}])`, 'giu');
const PUBLISHED = joined(1);
const CHANGED = joined(2);

/** How far before a day its label ends, in characters: room for "on Tuesday," and the like; less where words are not parted by spaces. */
const REACH = 25;
const REACH_UNPARTED = 6;
const LONGEST_LABEL = 30;
const UNPARTED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Where the last label before a day begins, -1 where there is none or it stands too far away. */
function lastIn(before: string, pattern: RegExp): number {
  let last = -1;
  for (const { index, 0: label } of before.matchAll(pattern)) {
    const gap = before.length - index - label.length;
    if (gap <= (UNPARTED.test(label) ? REACH_UNPARTED : REACH)) last = index;
  }
  return last;
}

/** Whether the words just before a day say that it is when the page came out, or when it was changed; null where they say neither. */
export function labelBefore(text: string, at: number): 'published' | 'changed' | null {
  const before = text.slice(Math.max(0, at - REACH - LONGEST_LABEL), at + 1);
  const [published, changed] = [lastIn(before, PUBLISHED), lastIn(before, CHANGED)];
  if (published < 0 && changed < 0) return null;
  return changed > published ? 'changed' : 'published';
}
