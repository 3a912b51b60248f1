/* SPDX-License-Identifier: MIT */
#include "minutebook/edit/passage.h"

const char *const mb_edit_words[] = {"typed", "erased", "pasted", "changed", "undone", "redone", NULL};

void mb_edit_free(MbEdit *edit)
{
    if (!edit)
        return;
    g_free(edit->began);
    g_free(edit->ended);
    g_free(edit->paragraph);
    g_free(edit->before);
    g_free(edit->after);
    g_free(edit);
}
